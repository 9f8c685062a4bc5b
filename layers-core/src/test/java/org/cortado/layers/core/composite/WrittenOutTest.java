package org.cortado.layers.core.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackend;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A layer made of parts, compared with its parts as layers of a net. */
class WrittenOutTest {

  private static final String INPUT = "{name: x, type: Input, options: {shape: [[2, 3, 5, 5]]}}\n";

  private static final String COMPOSED = "{name: y, type: 'test:Residual', bottom: x}\n";

  private static final List<String> WRITTEN_OUT =
      List.of(
          "{name: c, type: Convolution, bottom: x, options: {num_output: 3, kernel_size: 3, pad:"
              + " 1}}\n",
          "{name: n, type: BatchNorm, bottom: c, options: {scale_bias: true}}\n",
          "{name: y, type: Eltwise, bottom: [n, x]}\n");

  private static final String LOSS =
      "{name: loss, type: Reduction, bottom: y, loss_weight: 1, options: {operation: sumsq}}\n";

  @TempDir Path folder;
  @AutoClose private final Backend backend = new PortableBackend(2);

  private Net net(Phase phase, String... layers) throws IOException {
    Path file = folder.resolve("net.yaml");
    Files.writeString(
        file, "name: it\nforce_backward: true\nlayers:\n  - " + String.join("  - ", layers));
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    return new NetFactory(LayerCatalogue.load(), backend)
        .build(definition, NetSettings.of(phase, 1, folder));
  }

  private static void fill(Tensor tensor, long seed) {
    RandomStream random = new RandomStream(seed);
    for (int i = 0; i < tensor.count(); i++) {
      tensor.update().put(i, (float) random.nextGaussian());
    }
  }

  private static float[] floats(Tensor tensor) {
    float[] floats = new float[tensor.count()];
    tensor.read().get(0, floats);
    return floats;
  }

  private static void sweep(Net net) {
    fill(net.blob("x").data(), 7);
    for (int i = 0; i < net.parameters().size(); i++) {
      Blob blob = net.parameters().get(i).blob();
      if (blob.takesGradient()) {
        fill(blob.data(), i);
      }
    }
    net.forward();
    net.backward();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameBits(Phase phase) throws IOException {
    try (Net composed = net(phase, INPUT, COMPOSED, LOSS);
        Net written =
            net(phase, INPUT, WRITTEN_OUT.get(0), WRITTEN_OUT.get(1), WRITTEN_OUT.get(2), LOSS)) {
      sweep(composed);
      sweep(written);
      assertThat(floats(composed.blob("loss").data()))
          .isEqualTo(floats(written.blob("loss").data()));
      assertThat(floats(composed.blob("x").diff())).isEqualTo(floats(written.blob("x").diff()));
      List<Parameter> parameters = composed.parameters();
      assertThat(parameters).hasSameSizeAs(written.parameters());
      for (int i = 0; i < parameters.size(); i++) {
        Blob other = written.parameters().get(i).blob();
        assertThat(floats(parameters.get(i).blob().data())).isEqualTo(floats(other.data()));
        assertThat(floats(parameters.get(i).blob().diff())).isEqualTo(floats(other.diff()));
      }
    }
  }

  @Test
  void saysWhichPartIsWrong() {
    assertThatThrownBy(
            () ->
                net(
                    Phase.TRAIN,
                    "{name: x, type: Input, options: {shape: [[2, 3]]}}\n",
                    "{name: block, type: 'test:Residual', bottom: x}\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "layer 'block' (test:Residual): in 'block/sum' (Eltwise): bottom 1 has");
  }
}
