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
import org.cortado.engine.net.MemoryReport;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a net computes doesn't depend on which of its blobs share memory. */
class SharedMemoryTest {

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
    changesNoBit(NetFiles.file("resnet/resnet.yaml"), 1, "vars.batch=2", "vars.side=33");
  }

  @ParameterizedTest
  @CsvSource({
    "googlenet/googlenet.yaml, vars.batch=1, vars.batch=1",
    "resnet/resnet.yaml, vars.depth=50, vars.side=33"
  })
  void changesNoBitOfLargeNets(String file, String setting, String another) {
    try (Backend backend = BestBackend.open(2)) {
      for (Phase phase : Phase.values()) {
        changesNoBit(NetFiles.file(file), 1, phase, backend, setting, another);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "googlenet/googlenet.yaml, vars.batch=16, TEST, 0.3",
    "googlenet/googlenet.yaml, vars.batch=16, TRAIN, 0.75",
    "resnet/resnet.yaml, vars.depth=50, TEST, 0.3",
    "resnet/resnet.yaml, vars.depth=50, TRAIN, 0.75"
  })
  void savesMemory(String file, String setting, Phase phase, double share) {
    Path path = NetFiles.file(file);
    try (Backend backend = new PortableBackend(1)) {
      MemoryReport report =
          new NetFactory(LayerCatalogue.load(), backend)
              .planMemory(read(path, setting), NetSettings.of(phase, 1, NetFiles.data(path)));
      assertThat((double) report.sharedBytes())
          .isLessThan(share * (report.dataBytes() + report.diffBytes()));
    }
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
    try (Net owner = factory.build(definition, settings.in(Phase.TRAIN))) {
      sweep(owner, 1); // a test needs averages for batch norm
      Map<String, Integer> kept = sweep(definition, settings, factory, owner, sweeps);
      Map<String, Integer> shared =
          sweep(definition, settings.sharingMemory(), factory, owner, sweeps);
      assertThat(shared).as("%s in %s", file, phase).isEqualTo(kept);
    }
  }

  private static Map<String, Integer> sweep(
      NetDefinition definition, NetSettings settings, NetFactory factory, Net owner, int sweeps) {
    boolean training = settings.phase() == Phase.TRAIN;
    try (Net net =
        training
            ? factory.build(definition, settings)
            : factory.buildSharing(definition, settings, owner)) {
      return sweep(net, sweeps);
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
    Inputs.fill(net);
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
