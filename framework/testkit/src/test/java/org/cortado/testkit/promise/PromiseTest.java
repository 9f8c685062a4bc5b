package org.cortado.testkit.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.Api;
import org.junit.jupiter.api.Test;

/** Holds the API and the testkit to what {@code framework/docs/api-promise.md} says of them. */
class PromiseTest {

  private static final Path BASELINE = Path.of("../api/baseline/api-" + Api.VERSION + ".txt");
  private static final Pattern OURS = Pattern.compile("org\\.cortado\\.[\\w.$]+");

  @Test
  void everyPublicTypeBearsOneMark() {
    List<Class<?>> types = PublicTypes.all();

    assertThat(types).hasSizeGreaterThan(60);
    assertThat(types)
        .as("give the type or its package @Stable, @Experimental or @Internal")
        .allSatisfy(type -> assertThat(Mark.of(type)).as(type.getName()).hasSize(1));
  }

  @Test
  void whatIsPromisedSpeaksOfNothingThatIsNot() {
    SortedMap<String, SortedSet<String>> text = ApiText.now();
    Set<String> promised = names(text.keySet().stream());

    Set<String> mentioned = new TreeSet<>(names(text.values().stream().flatMap(Set::stream)));
    mentioned.removeAll(promised);

    assertThat(mentioned).as("in signatures of promised types, but not @Stable").isEmpty();
  }

  private static Set<String> names(Stream<String> lines) {
    return lines
        .flatMap(line -> OURS.matcher(line).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** With {@code -Dbaseline=write} the promise is written anew, and holds from then on. */
  @Test
  void whatWasPromisedIsKept() throws IOException {
    if ("write".equals(System.getProperty("baseline"))) {
      Files.createDirectories(BASELINE.getParent());
      Files.write(BASELINE, new Baseline(ApiText.now()).lines());
    }
    assertThat(BASELINE).as("run .ci/api-baseline, which writes it").exists();

    assertThat(Baseline.read(Files.readAllLines(BASELINE)).breachesOf(ApiText.now()))
        .as(
            "API %s breaks jars that were built against it. Give back what is gone or add a default"
                + " for what is new; or, if it has to break, raise Api.VERSION, run"
                + " .ci/api-baseline and write into CHANGES.md how to migrate"
                + " (framework/docs/api-promise.md).",
            Api.VERSION)
        .isEmpty();
  }
}
