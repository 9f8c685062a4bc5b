package org.cortado.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cortado.engine.definition.Place;
import org.junit.jupiter.api.Test;

class LayerPathTest {

  private static LayerPath path(String name, String... prefixes) {
    List<Place.Use> uses =
        Arrays.stream(prefixes)
            .map(prefix -> new Place.Use(new Place("net.yaml", 1, 1), prefix))
            .toList();
    return LayerPath.of(name, uses);
  }

  @Test
  void takesTheUsesFromTheName() {
    LayerPath path = path("mix/2/left/conv", "mix/2/left/", "mix/2/");
    assertThat(path.clusters()).containsExactly("mix/2", "left");
    assertThat(path.name()).isEqualTo("conv");
  }

  @Test
  void leavesSlashesOfTheFileAlone() {
    LayerPath path = path("conv1/7x7_s2");
    assertThat(path.clusters()).isEmpty();
    assertThat(path.name()).isEqualTo("conv1/7x7_s2");
  }

  @Test
  void putsALayerThatIsNamedAsTheUseInside() {
    LayerPath path = path("mix/conv", "mix/conv/", "mix/");
    assertThat(path.clusters()).containsExactly("mix", "conv");
    assertThat(path.name()).isEqualTo("conv");
  }
}
