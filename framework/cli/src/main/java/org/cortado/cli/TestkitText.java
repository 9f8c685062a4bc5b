package org.cortado.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cortado.testkit.Breach;
import org.cortado.testkit.ClauseReport;
import org.cortado.testkit.ClauseVerdict;
import org.cortado.testkit.LayerReport;

/** What came of proving layers, in words. */
record TestkitText(List<LayerReport> layers) {

  private static final String PAGE = "framework/docs/proving-a-layer.md";
  private static final String DETAIL = "      ";

  /** Copies the list. */
  TestkitText {
    layers = List.copyOf(layers);
  }

  /** Prints all, and returns the exit code. */
  int print(Output output) {
    layers.forEach(layer -> new Page(layer, output).print());
    boolean broken = layers.stream().anyMatch(LayerReport::isBroken);
    boolean untried = layers.stream().anyMatch(layer -> !layer.isProved());
    if (broken) {
      output.say(PAGE + " says of each clause what it means and how it is mended");
    }
    output.json(new TestkitObject(layers).object());
    if (broken) {
      return ExitCode.NUMBERS;
    }
    return untried ? ExitCode.DEFINITION : ExitCode.GOOD;
  }

  /** The report of one layer. */
  private static final class Page {

    private final LayerReport layer;
    private final Output output;
    private final Map<String, String> said = new HashMap<>();

    Page(LayerReport layer, Output output) {
      this.layer = layer;
      this.output = output;
    }

    void print() {
      output.say(
          "%s of %s, on %s"
              .formatted(layer.type(), layer.origin(), String.join(" and ", layer.backends())));
      output.say("  cases");
      layer.cases().forEach(tested -> output.say("    " + tested));
      if (!layer.isProved()) {
        sayUntried();
      }
      output.say("  clauses");
      layer.clauses().forEach(this::print);
      output.say("  " + summary());
      output.say("");
    }

    private void sayUntried() {
      output.say(
          "    none: every one that was tried is refused, the last with: " + layer.refusal());
      output.say(
          "    say with --option and --bottom what the layer takes; it is not proved so far");
    }

    private void print(ClauseReport clause) {
      String reason = clause.reason().isEmpty() ? "" : ": " + clause.reason();
      output.say("    %-13s  %s%s".formatted(words(clause.verdict()), clause.clause(), reason));
      if (clause.verdict() == ClauseVerdict.BROKEN) {
        printBreaches(clause);
      }
    }

    private static String words(ClauseVerdict verdict) {
      return switch (verdict) {
        case KEPT -> "kept";
        case BROKEN -> "BROKEN";
        case DOES_NOT_APPLY -> "doesn't apply";
      };
    }

    private void printBreaches(ClauseReport clause) {
      Breach first = clause.breaches().get(0);
      String same = said.putIfAbsent(first.found(), clause.clause());
      if (same != null) {
        output.say(DETAIL + "by the same as '" + same + "'");
        return;
      }
      output.say(DETAIL + first.testedCase() + " on " + first.backend() + ":");
      first.found().lines().forEach(line -> output.say(DETAIL + "  " + line));
      int more = clause.breaches().size() - 1;
      if (more > 0) {
        output.say(DETAIL + "and " + more + (more == 1 ? " more case" : " more cases"));
      }
      output.say(DETAIL + "look: " + clause.advice());
    }

    private String summary() {
      return String.format(
          Locale.ROOT,
          "%d clauses: %d kept, %d broken, %d that don't apply",
          layer.clauses().size(),
          layer.count(ClauseVerdict.KEPT),
          layer.count(ClauseVerdict.BROKEN),
          layer.count(ClauseVerdict.DOES_NOT_APPLY));
    }
  }
}
