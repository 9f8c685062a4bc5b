package org.cortado.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that solvers' files may say, as a page of Markdown. */
final class SolverReference {

  private static final String BEGINNING = "solvers.md";

  private final SolverParts parts;
  private final MarkdownPage page;

  SolverReference(SolverParts parts, Consumer<String> lines) {
    this.parts = parts;
    page = new MarkdownPage(lines);
  }

  /** Hands on the page. */
  void print() {
    beginning().lines().forEach(page::say);
    SolverPart solver = SolverParts.solver();
    page.say("", "## The keys of a solver");
    page.options("key", new OptionsText(solver.options()).rows());
    SolverParts.maps().forEach(this::part);
    family("Update rules", "What `type` chooses among.", parts.rules());
    family("Learning rate policies", "What `lr_policy` chooses among.", parts.policies());
    family("Averages of weights", "What `average` chooses among.", parts.averagings());
  }

  /** Returns what people wrote of solvers, which no record declares. */
  private static String beginning() {
    try (InputStream text =
        Objects.requireNonNull(SolverReference.class.getResourceAsStream(BEGINNING))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void family(String heading, String help, Stream<SolverPart> parts) {
    List<SolverPart> all = parts.toList();
    page.say("", "## " + heading, "", help);
    page.table(
        List.of("type", ""),
        all.stream().map(part -> List.of(MarkdownPage.link(part.name()), part.help())).toList());
    all.forEach(this::part);
  }

  private void part(SolverPart part) {
    page.say("", "### " + part.name(), "", part.help());
    page.options("key", new OptionsText(part.options()).rows());
  }
}
