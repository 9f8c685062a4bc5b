package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortado.api.Claim;
import org.junit.jupiter.api.Test;

/** The page for authors of layers speaks of every clause, and of no other. */
class ClausesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "proving-a-layer.md");

  private static List<String> page() throws IOException {
    return Files.readAllLines(PAGE);
  }

  @Test
  void hasAParagraphForEveryClause() throws IOException {
    List<String> headings =
        page().stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
            .toList();
    List<String> clauses =
        Stream.<Object>concat(Stream.of(TypeClause.values()), Stream.of(Clause.values()))
            .map(Object::toString)
            .toList();
    assertThat(headings).isEqualTo(clauses);
  }

  @Test
  void namesEveryClaim() throws IOException {
    String page = String.join("\n", page());
    assertThat(Claim.values())
        .allSatisfy(
            claim -> assertThat(page).contains("`" + claim.name().toLowerCase(Locale.ROOT) + "`"));
  }
}
