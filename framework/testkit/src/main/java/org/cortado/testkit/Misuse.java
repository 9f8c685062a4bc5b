package org.cortado.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetReader;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.YamlReader;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** What a net's file may get wrong about any layer, and is told. */
final class Misuse {

  private static final Path FILE = Path.of("tested.yaml");

  private final LayerCatalogue catalogue;
  private final LayerDeclaration declaration;

  Misuse(LayerCatalogue catalogue, LayerDeclaration declaration) {
    this.catalogue = catalogue;
    this.declaration = declaration;
  }

  /** Fails unless all that is wrong is named. */
  void isToldOf() {
    isToldOfAnUnknownOption();
    isToldOfWrongNumbers();
  }

  /** Fails unless the next right name is proposed for a wrong one. */
  private void isToldOfAnUnknownOption() {
    String wrong = new OptionSpace(declaration).longestKey().map(key -> key + "x").orElse("sise");
    String advice = wrong.equals("sise") ? "; there are none" : "; did you mean '";
    isSaid(
        messages(type().bottoms(), type().tops(), Map.of(wrong, 1)),
        message -> message.contains("unknown option '" + wrong + "'" + advice),
        "the option '%s' of %s".formatted(wrong, declaration));
  }

  /** Fails unless too few and too many bottoms and tops are named. */
  private void isToldOfWrongNumbers() {
    for (int bottoms : wrong(type().bottoms(), type().maxBottoms())) {
      isTold(bottoms, type().topsMatchBottoms() ? bottoms : type().tops(), "bottom", bottoms);
    }
    for (int tops : wrong(type().tops(), type().maxTops())) {
      if (tops > 0) { // a layer that names none is given one of its name
        isTold(type().topsMatchBottoms() ? tops : type().bottoms(), tops, "top", tops);
      }
    }
  }

  private void isTold(int bottoms, int tops, String what, int count) {
    isSaid(
        messages(bottoms, tops, Map.of()),
        message ->
            message.contains("(" + type().name() + "): takes ")
                && message.contains(what)
                && message.contains(", but has " + count),
        "%s with %d bottoms and %d tops".formatted(declaration, bottoms, tops));
  }

  private static void isSaid(List<String> messages, Predicate<String> wanted, String of) {
    if (messages.stream().noneMatch(wanted)) {
      throw new AssertionError("of " + of + " is said no more than " + messages);
    }
  }

  private static List<Integer> wrong(int least, int declared) {
    List<Integer> wrong = new ArrayList<>();
    if (least > 0) {
      wrong.add(least - 1);
    }
    if (declared != LayerType.ANY) {
      wrong.add((declared == LayerType.SAME ? least : declared) + 1);
    }
    return wrong;
  }

  private LayerType type() {
    return declaration.type();
  }

  private List<String> messages(int bottoms, int tops, Map<String, Object> options) {
    String yaml =
        "layers: [{name: tested, type: '%s', bottom: %s, top: %s, options: {%s}}]"
            .formatted(
                type().name(), names("b", bottoms), names("t", tops), OptionsReader.yaml(options));
    Problems problems = new Problems();
    new YamlReader()
        .readText(yaml, FILE.toString(), problems)
        .flatMap(tree -> new NetReader().read(tree, FILE, problems))
        .ifPresent(net -> check(net, problems));
    return problems.sorted().stream().map(Problem::message).toList();
  }

  private void check(NetDefinition net, Problems problems) {
    NetSettings settings = NetSettings.of(Phase.TRAIN, 1, Path.of(""));
    new NetFactory(catalogue, Backends.portable()).check(net, settings, problems, new Problems());
  }

  private static String names(String letter, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> letter + i)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
