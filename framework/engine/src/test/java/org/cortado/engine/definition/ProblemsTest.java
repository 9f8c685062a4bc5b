package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void areReportedTogetherInTheOrderOfTheFile() {
    problems.add(new Place("b.yaml", 1, 1), "third");
    problems.add(new Place("a.yaml", 12, 1), "second");
    problems.add(new Place("a.yaml", 2, 10), "first");
    DefinitionException thrown =
        catchThrowableOfType(DefinitionException.class, problems::throwIfAny);
    assertThat(thrown).hasMessage("a.yaml:2:10: first\na.yaml:12:1: second\nb.yaml:1:1: third");
    assertThat(thrown.problems()).isEqualTo(problems.sorted()).hasSize(3);
  }

  @Test
  void ofOnePlaceStayInTheOrderInWhichTheyWereFound() {
    problems.add(Place.whole("a.yaml"), "z");
    problems.add(Place.whole("a.yaml"), "y");
    assertThat(problems.sorted())
        .extracting(Problem::toString)
        .containsExactly("a.yaml: z", "a.yaml: y");
  }

  @Test
  void areKeptOnce() {
    problems.add(Place.whole("a.yaml"), "same");
    problems.add(Place.whole("a.yaml"), "same");
    assertThat(problems.count()).isEqualTo(1);
  }

  @Test
  void throwNothingWhereThereAreNone() {
    assertThat(problems.isEmpty()).isTrue();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void areNoMoreThanCanBeRead() {
    for (int line = 1; line <= 2 * Problems.MOST; line++) {
      problems.add(new Place("a.yaml", line, 1), "wrong");
    }
    assertThat(problems.count()).isEqualTo(Problems.MOST);
  }
}
