package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackend;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of a jar that are made of layers of other jars do to the bit what these do in a net. */
class CompositesTest {

  private static final String ROWS =
      """
      name: net
      force_backward: true
      layers:
        - {name: x, type: Input, options: {shape: [[5, 3]]}}
        - {name: labels, type: Input, options: {shape: [[5]]}}
      """;

  private static final String SEQUENCES =
      ROWS.replace("[[5, 3]]", "[[5, 2, 3]]").replace("[[5]]", "[[5, 2]]");

  private static final String NOISY = "  - {name: y, type: composed:Noisy, bottom: x}\n";

  private static final String NOISY_WRITTEN_OUT =
      """
        - {name: y/product, type: InnerProduct, bottom: x, options: {num_output: 4}}
        - {name: y/drop, type: Dropout, bottom: y/product, options: {dropout_ratio: 0.4}}
        - {name: y, type: TanH, bottom: y/drop}
      """;

  private static final String LOSS =
      "  - {name: loss, type: Reduction, bottom: y, loss_weight: 1, options: {operation: sumsq}}\n";

  @TempDir private static Path folder;
  private static LayerCatalogue catalogue = LayerCatalogue.load();

  @AutoClose private final Backend backend = new PortableBackend(1);

  @BeforeAll
  static void makeTheJar() throws IOException {
    catalogue = LayerCatalogue.load(List.of(ComposedJar.make(folder)));
  }

  private Net net(Phase phase, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("net.yaml"), text);
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    return new NetFactory(catalogue, backend).build(definition, NetSettings.of(phase, 1, folder));
  }

  /** Builds a net whose layers draw and carry as parts of these names do. */
  private Net written(Phase phase, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("written.yaml"), text);
    NetDefinition read =
        NetFile.read(file, NetOverrides.none(), new Problems()).orElseThrow().net();
    List<LayerDefinition> layers = read.layers().stream().map(CompositesTest::asPart).toList();
    return new NetFactory(catalogue, backend)
        .build(
            new NetDefinition(read.name(), read.forceBackward(), layers, read.file()),
            NetSettings.of(phase, 1, folder));
  }

  /** No file can name a layer as a part is called inside. */
  private static LayerDefinition asPart(LayerDefinition layer) {
    return List.of("Dropout", "LSTM").contains(layer.type())
        ? new LayerDefinition(
            layer.name().replace('/', '\u001f'),
            layer.type(),
            layer.bottoms(),
            layer.tops(),
            layer.inclusion(),
            layer.lossWeights(),
            layer.params(),
            layer.propagateDown(),
            layer.shares(),
            layer.options(),
            layer.place(),
            layer.typePlace())
        : layer;
  }

  private static void fill(Tensor tensor, long seed) {
    RandomStream random = new RandomStream(seed);
    for (int i = 0; i < tensor.count(); i++) {
      tensor.update().put(i, (float) random.nextGaussian());
    }
  }

  private static void fill(Net net) {
    fill(net.blob("x").data(), 100);
    for (int i = 0; i < net.parameters().size(); i++) {
      fill(net.parameters().get(i).blob().data(), i);
    }
    Blob labels = net.blob("labels");
    for (int i = 0; i < labels.count(); i++) {
      labels.data().update().put(i, i % 2);
    }
  }

  /** Returns what a sweep leaves behind, without the names that the two nets don't share. */
  private static Map<String, List<Float>> sweep(Net net, long iteration) {
    net.iteration(iteration);
    net.clearParameterDiffs();
    net.forward();
    net.backward();
    Map<String, List<Float>> left = new LinkedHashMap<>();
    left.put("loss", List.of((float) net.loss()));
    left.put("dx", floats(net.blob("x").diff()));
    for (int i = 0; i < net.parameters().size(); i++) {
      left.put("d parameter " + i, floats(net.parameters().get(i).blob().diff()));
    }
    net.carried().forEach((name, state) -> left.put(name, List.of()));
    return left;
  }

  private static List<Float> floats(Tensor tensor) {
    Float[] floats = new Float[tensor.count()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = tensor.read().get(i);
    }
    return List.of(floats);
  }

  /** Sweeps go on from each other, go back, and meet a batch that is short. */
  private void assertSameBits(Phase phase, String composed, String written) throws IOException {
    try (Net one = net(phase, composed);
        Net other = written(phase, written)) {
      fill(one);
      fill(other);
      for (long iteration : new long[] {0, 1, 2, 2, 7, 8}) {
        assertThat(sweep(one, iteration)).isEqualTo(sweep(other, iteration));
      }
      for (int items : new int[] {2, 5}) {
        shorten(one, items);
        shorten(other, items);
        assertThat(sweep(one, items)).isEqualTo(sweep(other, items));
      }
    }
  }

  private static void shorten(Net net, int items) {
    for (String input : List.of("x", "labels")) {
      List<Integer> dims = new ArrayList<>(net.blob(input).shape().dims());
      dims.set(0, items);
      net.blob(input).reshape(Shape.of(dims));
    }
    fill(net);
  }

  @ParameterizedTest
  @EnumSource
  void dropTheSameElements(Phase phase) throws IOException {
    assertSameBits(phase, ROWS + NOISY + LOSS, ROWS + NOISY_WRITTEN_OUT + LOSS);
  }

  @ParameterizedTest
  @EnumSource
  void mayBePartsOfOthers(Phase phase) throws IOException {
    assertSameBits(
        phase,
        ROWS + "  - {name: y, type: composed:Outer, bottom: x}\n" + LOSS,
        ROWS
            + NOISY_WRITTEN_OUT.replace("name: y,", "name: inner,").replace("y/", "y/inner/")
            + """
              - {name: product, type: InnerProduct, bottom: inner, options: {num_output: 4}}
              - {name: y, type: Eltwise, bottom: [product, inner]}
            """
            + LOSS);
  }

  @Test
  void carryTheStatesOfTheirParts() throws IOException {
    assertSameBits(
        Phase.TRAIN,
        SEQUENCES + "  - {name: y, type: composed:Reader, bottom: [x, labels]}\n" + LOSS,
        SEQUENCES
            + """
              - {name: y/lstm, type: LSTM, bottom: [x, labels], options: {num_output: 3}}
              - {name: y, type: TanH, bottom: y/lstm}
            """
            + LOSS);
  }

  @Test
  void carryOtherStatesThanLayersThatBearTheNamesOfTheirParts() throws IOException {
    String composed =
        SEQUENCES + "  - {name: y, type: composed:Reader, bottom: [x, labels]}\n" + LOSS;
    String both =
        composed
            + "  - {name: y/lstm, type: LSTM, bottom: [x, labels], options: {num_output: 3}}\n";
    try (Net alone = net(Phase.TEST, composed);
        Net net = net(Phase.TEST, both)) {
      assertThat(alone.carried()).isNotEmpty();
      assertThat(net.carried()).hasSize(2 * alone.carried().size());
    }
  }

  @Test
  void mayBeALossOfSeveral() throws IOException {
    assertSameBits(
        Phase.TRAIN,
        ROWS + "  - {name: loss, type: composed:Judge, bottom: [x, labels]}\n",
        ROWS
            + """
              - {name: wrong, type: SoftmaxWithLoss, bottom: [x, labels], loss_weight: 0}
              - {name: large, type: Reduction, bottom: x,
                 options: {operation: sumsq, coeff: 0.125}}
              - {name: loss, type: Eltwise, bottom: [wrong, large], loss_weight: 1}
            """);
  }

  @Test
  void shareTheirParameters() throws IOException {
    String twice =
        NOISY.replace("name: y", "name: first")
            + "  - {name: second, type: composed:Noisy, bottom: x, shares: first}\n";
    String written =
        NOISY_WRITTEN_OUT.replace("name: y,", "name: first,").replace("y/", "first/")
            + NOISY_WRITTEN_OUT
                .replace("name: y,", "name: second,")
                .replace("y/", "second/")
                .replace("bottom: x,", "bottom: x, shares: first/product,");
    String sum = "  - {name: y, type: Eltwise, bottom: [first, second]}\n" + LOSS;
    assertSameBits(Phase.TRAIN, ROWS + twice + sum, ROWS + written + sum);
    String byName = ", params: [{name: w}, {name: b}]}";
    String named = twice.replace(", shares: first", "").replace("}", byName);
    assertSameBits(Phase.TRAIN, ROWS + named + sum, ROWS + written + sum);
  }
}
