package org.cortado.engine.net;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.plugin.LayerCatalogue;

/** A net file of a test: one line a layer, read and built as the command line would. */
final class NetLines {

  private static final Path FILE = Path.of("net.yaml");
  private static final LayerCatalogue CATALOGUE = LayerCatalogue.load();

  private final Path folder;
  private final String text;

  private NetLines(Path folder, String text) {
    this.folder = folder;
    this.text = text;
  }

  /** A file of these layers, each in flow style: {@code name: a, type: Times, bottom: x}. */
  static NetLines of(Path folder, String... layers) {
    return of(folder, List.of(layers));
  }

  static NetLines of(Path folder, List<String> layers) {
    StringBuilder text = new StringBuilder("layers:\n");
    layers.forEach(layer -> text.append("  - {").append(layer).append("}\n"));
    return new NetLines(folder, text.toString());
  }

  NetDefinition read(Problems problems) {
    try {
      Path file = folder.resolve(FILE);
      Files.writeString(file, text);
      return NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Net build() {
    return build(NetSettings.of(Phase.TRAIN, 1, folder));
  }

  Net build(NetSettings settings) {
    return factory().build(read(new Problems()), settings);
  }

  /** Returns the net without values; opening any of its blobs fails. */
  Net plan(NetSettings settings) {
    Backend backend = mock(Backend.class);
    when(backend.memory())
        .thenReturn(
            count -> {
              throw new AssertionError("a plan touches no memory");
            });
    return new NetFactory(CATALOGUE, backend).plan(read(new Problems()), settings);
  }

  Net buildSharing(Net owner, Phase phase) {
    NetSettings settings = NetSettings.of(phase, 2, folder);
    return factory().buildSharing(read(new Problems()), settings, owner);
  }

  /** Returns all problems of the training phase, each as {@code line:column: message}. */
  List<String> problems() {
    return problems(Phase.TRAIN);
  }

  List<String> problems(Phase phase) {
    Problems problems = new Problems();
    NetDefinition definition = read(problems);
    factory().check(definition, NetSettings.of(phase, 1, folder), problems, problems);
    return problems.sorted().stream().map(NetLines::withoutFile).toList();
  }

  private static String withoutFile(Problem problem) {
    return problem.toString().replaceAll("\\S*net\\.yaml:", "");
  }

  private static NetFactory factory() {
    Backend backend = mock(Backend.class);
    when(backend.memory()).thenReturn(NetLines::allocate);
    return new NetFactory(CATALOGUE, backend);
  }

  private static Memory.Allocation allocate(int count) {
    FloatBuffer floats =
        ByteBuffer.allocateDirect(count * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return new Memory.Allocation() {
      @Override
      public FloatBuffer floats() {
        return floats;
      }

      @Override
      public void close() {}
    };
  }

  static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }
}
