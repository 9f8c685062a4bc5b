package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.LayerContext;
import org.cortado.api.Phase;
import org.junit.jupiter.api.Test;

/** What data layers say of the files that they read. */
class NamedFilesTest {

  private static final Path FIRST = Path.of("first");
  private static final Path SECOND = Path.of("second");

  private final LayerContext context = new DataBench.Context(Phase.TRAIN, 1);

  @Test
  void idxNamesItsImagesAndItsLabels() {
    assertThat(new IdxLayer(new IdxOptions(FIRST, Optional.empty(), 1, 1, false), context).files())
        .containsExactly(FIRST);
    assertThat(
            new IdxLayer(new IdxOptions(FIRST, Optional.of(SECOND), 1, 1, false), context).files())
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void csvNamesItsFile() {
    CsvOptions options = new CsvOptions(FIRST, 2, 0, 0, List.of(), 1, false);
    assertThat(new CsvLayer(options, context).files()).containsExactly(FIRST);
  }

  @Test
  void textNamesItsSourceAndItsVocabulary() {
    assertThat(new TextLayer(new TextOptions(FIRST, Optional.of(SECOND), 1, 1), context).files())
        .containsExactly(FIRST, SECOND);
  }
}
