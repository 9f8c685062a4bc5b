package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.Net;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  @Test
  void loadsWhatItSaved() {
    try (Net net = bench.build(Phase.TRAIN)) {
      float[] saved = Bench.values(net.parameters().get(0));
      Weights.save(net, file(), Map.of());
      net.parameters().get(0).blob().data().clear();
      Weights.load(net, file());
      assertThat(Bench.values(net.parameters().get(0))).containsExactly(saved);
    }
  }

  @Test
  void namesParametersByLayerAndIndex() {
    try (Net net = bench.build(Phase.TRAIN)) {
      Weights.save(net, file(), Map.of("iteration", "5"));
    }
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThat(read.names()).containsExactly("line.0", "line.1");
      assertThat(read.metadata())
          .containsOnly(Map.entry("iteration", "5"), Map.entry("net", "line"));
    }
  }

  @Test
  void listsAllThatDoesNotGoTogetherAndLoadsNothing() {
    Map<String, Tensor> others = new LinkedHashMap<>();
    others.put("line.0", new Tensor(Shape.of(1, 3), bench.backend.memory()));
    others.put("lime.1", new Tensor(Shape.of(1), bench.backend.memory()));
    others.put("fc8.0", new Tensor(Shape.of(2), bench.backend.memory()));
    Safetensors.write(file(), others, Map.of());
    try (Net net = bench.build(Phase.TRAIN)) {
      float[] before = Bench.values(net.parameters().get(1));
      assertThatThrownBy(() -> Weights.load(net, file()))
          .isInstanceOf(WeightsException.class)
          .hasMessage(
              """
              %s doesn't go with net 'line':
                line.0 is [3] in the net, but [1x3] in the file
                line.1 [1] is in the net, but not in the file; did you mean 'lime.1'?
                lime.1 [1] is in the file, but not in the net; did you mean 'line.1'?
                fc8.0 [2] is in the file, but not in the net\
              """
                  .formatted(file()));
      assertThat(Bench.values(net.parameters().get(1))).containsExactly(before);
    }
  }

  @Test
  void passesOverLayersOfAnotherPhaseAlone() {
    bench.net(Bench.NET + "  - {name: aux.1, type: Line, bottom: x, phase: train}\n");
    try (Net trained = bench.build(Phase.TRAIN);
        Net net = bench.build(Phase.TEST)) {
      trained.parameters().forEach(all -> all.blob().data().update().put(0, 5));
      Weights.save(trained, file(), Map.of());
      Weights.load(net, bench.netDefinition(), file());
      assertThat(Bench.values(net.parameters().get(0))).startsWith(5);
      assertThatThrownBy(() -> Weights.load(net, file()))
          .isInstanceOf(WeightsException.class)
          .hasMessageContaining("aux.1.0 [3] is in the file, but not in the net");
    }
  }

  private Path file() {
    return folder.resolve("weights.safetensors");
  }
}
