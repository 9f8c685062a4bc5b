package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Npy;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plug-ins with incompatible versions of one library work in one net. */
class PluginIsolationTest {

  private static final String OLD_LIBRARY =
      """
      package library;

      public final class Table {
        public static float value() {
          return 10;
        }
      }
      """;

  /** Neither the return type nor the parameters are those of the old one. */
  private static final String NEW_LIBRARY =
      """
      package library;

      public final class Table {
        public static int value(int scale) {
          return 100 * scale;
        }
      }
      """;

  private static final String NET =
      """
      layers:
        - {name: data, type: DummyData, top: x, options: {shape: [[2]], data_filler: constant}}
        - {name: a, type: older:Add, bottom: x}
        - {name: b, type: newer:Add, bottom: x}
        - {name: c, type: newer:Add, bottom: a}
      """;

  @TempDir private Path folder;
  private CompiledClasses old;
  private CompiledClasses fresh;

  @BeforeEach
  void compile() {
    old =
        CompiledClasses.ofTexts(
            folder.resolve("old"),
            OLD_LIBRARY,
            PluginLayers.adding("older", "library.Table.value()"),
            PluginLayers.module("older", "Add"));
    fresh =
        CompiledClasses.ofTexts(
            folder.resolve("new"),
            NEW_LIBRARY,
            PluginLayers.adding("newer", "library.Table.value(2)"),
            PluginLayers.module("newer", "Add"));
    TinyNets.write(folder.resolve("net.yaml"), NET);
  }

  private JarFiles oldPlugin() {
    return new JarFiles().service("older.Layers").classes(old, "older");
  }

  private JarFiles newPlugin() {
    return new JarFiles().service("newer.Layers").classes(fresh, "newer");
  }

  private void assertBothRight() {
    Invocation run =
        Invocation.of(
            "run",
            folder.resolve("net.yaml"),
            "--plugins",
            folder.resolve("plugins"),
            "--backend",
            "portable",
            "--out",
            folder.resolve("out"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.GOOD);
    assertBlob("a", 10);
    assertBlob("b", 200);
    assertBlob("c", 210);
  }

  private void assertBlob(String name, float value) {
    Tensor tensor = new Tensor(Shape.of(2), new PortableBackendFactory().create(1).memory());
    Npy.read(folder.resolve("out/data/" + name + ".npy"), tensor);
    assertThat(tensor.read().get(1)).isEqualTo(value);
  }

  @Test
  void asLibrariesBesideTheJars() {
    oldPlugin()
        .manifest("Class-Path", "lib/old.jar")
        .write(folder.resolve("plugins/old-plugin.jar"));
    newPlugin()
        .manifest("Class-Path", "lib/new.jar")
        .write(folder.resolve("plugins/new-plugin.jar"));
    new JarFiles().classes(old, "library").write(folder.resolve("plugins/lib/old.jar"));
    new JarFiles().classes(fresh, "library").write(folder.resolve("plugins/lib/new.jar"));
    assertBothRight();
  }

  @Test
  void packedIntoTheJars() {
    oldPlugin().classes(old, "library").write(folder.resolve("plugins/old-plugin.jar"));
    newPlugin().classes(fresh, "library").write(folder.resolve("plugins/new-plugin.jar"));
    assertBothRight();
  }
}
