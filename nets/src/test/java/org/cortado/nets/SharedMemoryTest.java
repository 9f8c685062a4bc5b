package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a net computes doesn't depend on which of its blobs share memory. */
class SharedMemoryTest {

  private static final String IMAGES = "layers.input.options.shape=[[1, 3, %1$d, %1$d], [1]]";

  static Stream<Path> smallNets() {
    return NetFiles.smallNets().stream();
  }

  @ParameterizedTest
  @MethodSource("smallNets")
  void changesNoBitOfSmallNets(Path file) {
    changesNoBit(file, 3);
  }

  @Test
  void changesNoBitOfResNet() {
    changesNoBit(NetFiles.file("resnet-18/resnet-18.yaml"), 1, IMAGES.formatted(33));
  }

  @Test
  void changesNoBitOfGoogLeNet() {
    changesNoBit(NetFiles.file("googlenet/googlenet.yaml"), 1, IMAGES.formatted(224));
  }

  private static void changesNoBit(Path file, int sweeps, String... overrides) {
    try (Backend best = BestBackend.open(1);
        Backend portable = new PortableBackend(1)) {
      for (Backend backend : List.of(best, portable)) {
        for (Phase phase : Phase.values()) {
          changesNoBit(file, sweeps, phase, backend, overrides);
        }
      }
    }
  }

  private static void changesNoBit(
      Path file, int sweeps, Phase phase, Backend backend, String... overrides) {
    NetSettings settings = NetSettings.of(phase, 1, NetFiles.data(file));
    NetDefinition definition = read(file, overrides);
    NetFactory factory = new NetFactory(LayerCatalogue.load(), backend);
    Map<String, Integer> kept;
    try (Net net = factory.build(definition, settings)) {
      kept = sweep(net, sweeps);
    }
    try (Net net = factory.build(definition, settings.sharingMemory())) {
      assertThat(sweep(net, sweeps)).as("%s in %s", file, phase).isEqualTo(kept);
    }
  }

  private static NetDefinition read(Path file, String... overrides) {
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.of(List.of(overrides)), problems).orElseThrow().net();
    problems.throwIfAny();
    return definition;
  }

  private static Map<String, Integer> sweep(Net net, int sweeps) {
    NetBench.fill(net);
    Map<String, Integer> bits = new TreeMap<>();
    for (int i = 0; i < sweeps; i++) {
      net.iteration(i);
      net.forward();
      bits.put("loss " + i, Double.hashCode(net.loss()));
      if (net.phase() == Phase.TRAIN) {
        net.clearParameterDiffs();
        net.backward();
      }
      for (Map.Entry<String, Blob> output : net.outputs().entrySet()) {
        bits.put(output.getKey() + " " + i, bits(output.getValue().data()));
      }
      for (Parameter parameter : net.parameters()) {
        bits.put(parameter.key() + " " + i, bits(parameter.blob().data()));
        bits.put("gradient of " + parameter.key() + " " + i, bits(parameter.blob().diff()));
      }
    }
    return bits;
  }

  private static int bits(Tensor tensor) {
    FloatBuffer values = tensor.read();
    int hash = 0;
    for (int i = 0; i < values.limit(); i++) {
      hash = 31 * hash + Float.floatToRawIntBits(values.get(i));
    }
    return hash;
  }
}
