package org.cortado.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.ParameterDefinition;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetFileTest {

  private static final String NET =
      """
      layers:
        - name: conv1
          type: Convolution
        - name: loss
          type: SoftmaxWithLoss
          bottom: [conv1, label]
          top: [loss, probability]
          phase: train
          loss_weight: [1, 0.5]
          params: [{lr_mult: 2, decay_mult: 0}, {name: shared, filler: {type: xavier}}]
          propagate_down: [true, false]
          options: {axis: 1}
      """;

  @TempDir Path folder;
  private Path file = Path.of("");
  private final Problems problems = new Problems();

  @BeforeEach
  void writeTheNet() throws IOException {
    file = write("lenet.yaml", NET);
  }

  @Test
  void takesDefaultsForWhatTheFileLeavesOut() {
    NetDefinition net = read().orElseThrow();
    LayerDefinition layer = net.layers().get(0);
    Place place = new Place(file.toString(), 2, 5);
    assertThat(net.name()).isEqualTo("lenet");
    assertThat(net.forceBackward()).isFalse();
    assertThat(net.file()).isEqualTo(file);
    assertThat(layer)
        .isEqualTo(
            new LayerDefinition(
                "conv1",
                "Convolution",
                List.of(),
                List.of(new BlobName("conv1", place)),
                Inclusion.ALWAYS,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                MapNode.empty(place),
                place,
                new Place(file.toString(), 3, 11)));
  }

  @Test
  void readsEveryKeyOfALayer() {
    LayerDefinition layer = read().orElseThrow().layers().get(1);
    assertThat(layer.bottoms()).hasToString("[conv1, label]");
    assertThat(layer.bottoms().get(1).place()).isEqualTo(new Place(file.toString(), 6, 21));
    assertThat(layer.tops()).hasToString("[loss, probability]");
    assertThat(layer.isIn(NetState.of(Phase.TRAIN))).isTrue();
    assertThat(layer.isIn(NetState.of(Phase.TEST))).isFalse();
    assertThat(layer.lossWeights()).containsExactly(1f, 0.5f);
    assertThat(layer.propagateDown()).containsExactly(true, false);
    assertThat(layer.options().get("axis")).isPresent();
    assertThat(layer.options().place()).isEqualTo(layer.place());
    assertThat(layer.subject()).isEqualTo("layer 'loss' (SoftmaxWithLoss): ");
  }

  @Test
  void readsWhatIsSaidOfParameters() {
    List<ParameterDefinition> params = read().orElseThrow().layers().get(1).params();
    assertThat(params)
        .extracting(ParameterDefinition::lrMult)
        .containsExactly(Optional.of(2f), Optional.empty());
    assertThat(params)
        .extracting(ParameterDefinition::decayMult)
        .containsExactly(Optional.of(0f), Optional.empty());
    assertThat(params.get(0).name()).isEmpty();
    assertThat(params.get(0).filler()).isEmpty();
    assertThat(params.get(1).name()).contains("shared");
    assertThat(params.get(1).filler()).isPresent();
  }

  @Test
  void letsSettingsOverruleTheFile() {
    NetDefinition net =
        read("name=other", "force_backward=true", "layers.conv1.bottom=data").orElseThrow();
    assertThat(net.name()).isEqualTo("other");
    assertThat(net.forceBackward()).isTrue();
    assertThat(net.layers().get(0).bottoms()).hasToString("[data]");
  }

  @Test
  void saysWhichSettingIsWrong() {
    read("layers.conv1.phase=trian");
    assertReported(
        "--set layers.conv1.phase=trian: layer 'conv1' (Convolution): phase must be one of train,"
            + " test, but is 'trian'; did you mean 'train'?");
  }

  @Test
  void spreadsASingleFlagOverAllBottoms() {
    NetDefinition net = read("layers.loss.propagate_down=false").orElseThrow();
    assertThat(net.layers().get(1).propagateDown()).containsExactly(false, false);
  }

  @Test
  void goesOnPastProblemsSoThatMoreCanBeFound() {
    NetDefinition net = read("layers.conv1.botom=data", "layers.loss.phase=trian").orElseThrow();
    assertThat(problems.count()).isEqualTo(2);
    assertThat(net.layers().get(0).bottoms()).hasToString("[data]");
    assertThat(net.layers().get(1).isOnlyFor(Phase.TRAIN)).isTrue();
  }

  @Test
  void namesTheFileThatIsMissingAndOneLikeIt() {
    assertThat(NetFile.read(folder.resolve("lent.yaml"), NetOverrides.none(), problems)).isEmpty();
    assertReported(
        folder.resolve("lent.yaml") + ": there is no such file; did you mean 'lenet.yaml'?");
  }

  @Test
  void namesTheFileThatIsMissingInAMissingFolder() {
    Path missing = folder.resolve("nets").resolve("lenet.yaml");
    NetFile.read(missing, NetOverrides.none(), problems);
    assertReported(missing + ": there is no such file");
  }

  @Test
  void refusesADirectory() {
    NetFile.read(folder, NetOverrides.none(), problems);
    assertReported(folder + ": this is a directory, but should be a YAML file");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path image = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    NetFile.read(image, NetOverrides.none(), problems);
    assertReported(image + ": the file is not text in UTF-8");
  }

  @Test
  void refusesAFileOfMoreThanTenMegabytes() throws IOException {
    Path large = write("large.yaml", "#".repeat(10 * 1024 * 1024 + 1));
    NetFile.read(large, NetOverrides.none(), problems);
    assertReported(large + ": the file is larger than 10 MB");
  }

  @Test
  void readsPastAByteOrderMark() throws IOException {
    file = write("marked.yaml", "\uFEFF" + NET);
    assertThat(read().orElseThrow().layers()).hasSize(2);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void namesANetAfterAFileWithoutAnExtension() throws IOException {
    file = write("lenet", NET);
    assertThat(read().orElseThrow().name()).isEqualTo("lenet");
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<NetDefinition> read(String... settings) {
    return NetFile.read(file, NetOverrides.of(List.of(settings)), problems).map(NetFile::net);
  }

  private void assertReported(String... messages) {
    assertThat(problems.sorted()).extracting(Problem::toString).containsExactly(messages);
  }
}
