package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of every faulty plug-in of a corpus the command line says what the text beside its source says,
 * and a net that doesn't need it runs.
 *
 * <p>Beside the source there may be {@code services}, what the service file says instead of the
 * module's name; {@code manifest}, a line more; {@code replace}, a name in the compiled classes and
 * what stands there instead; {@code damage}, an entry of the jar that can't be unpacked. What is in
 * a package {@code gone} is not packed.
 */
class FaultyPluginsTest {

  private static final String NET =
      """
      name: net
      force_backward: true
      layers:
        - {name: data, type: DummyData, top: x, options: {shape: [[2, 3]], data_filler: constant}}
        - {name: y, type: %s, bottom: x, loss_weight: 1}
      """;

  private static final int MAJOR_VERSION = 7;

  @TempDir private static Path folder;

  private static Path corpus() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FaultyPluginsTest.class.getResource("faulty")).toURI());
  }

  static List<String> plugins() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(corpus())) {
      return folders
          .map(each -> each.getFileName().toString())
          .filter(Predicate.not("shared"::equals))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  static void pack() throws IOException, URISyntaxException {
    CompiledClasses compiled =
        CompiledClasses.of(Files.createDirectory(folder.resolve("classes")), sources());
    for (String plugin : plugins()) {
      pack(compiled, plugin);
    }
    TinyNets.write(folder.resolve("net.yaml"), NET.formatted("faulty:Layer"));
    TinyNets.write(folder.resolve("other.yaml"), NET.formatted("ReLU"));
  }

  private static List<Path> sources() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.walk(corpus())) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static void pack(CompiledClasses compiled, String plugin)
      throws IOException, URISyntaxException {
    String service = text(plugin, "services", plugin + ".BrokenLayers");
    String manifest = text(plugin, "manifest", "Implementation-Version: 1.0");
    String replace = text(plugin, "replace", "same same");
    JarFiles jar = new JarFiles();
    jar.manifest(manifest.replaceFirst(":.*", ""), manifest.replaceFirst(".*: ", ""));
    jar.classes(compiled, bytes -> changed(bytes, plugin, replace.split(" ", -1)), plugin);
    jar.classes(compiled, "shared").without("/gone/");
    Path file =
        (service.isEmpty() ? jar : jar.service(service)).write(folder.resolve(plugin + ".jar"));
    String damage = text(plugin, "damage", "");
    if (!damage.isEmpty()) {
      JarFiles.damage(file, damage);
    }
  }

  private static String text(String plugin, String file, String otherwise)
      throws IOException, URISyntaxException {
    Path path = corpus().resolve(plugin).resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : otherwise;
  }

  private static byte[] changed(byte[] code, String plugin, String[] replace) {
    String text = new String(code, StandardCharsets.ISO_8859_1).replace(replace[0], replace[1]);
    byte[] changed = text.getBytes(StandardCharsets.ISO_8859_1);
    if (plugin.equals("newerjava")) {
      changed[MAJOR_VERSION] = 99;
    }
    return changed;
  }

  @Test
  void thereAreMany() throws IOException, URISyntaxException {
    assertThat(plugins()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void areNamedWithTheirCause(String plugin) throws IOException, URISyntaxException {
    Invocation run = run("net.yaml", folder.resolve(plugin + ".jar"));
    assertThat(run.code()).isIn(ExitCode.DEFINITION, ExitCode.PLUGIN);
    assertThat(told(run)).isEqualTo(text(plugin, "message.txt", "") + "\n");
  }

  @Test
  void leaveOtherNetsAlone() {
    Invocation run = run("other.yaml", folder);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("warning: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layers", "schema solver", "describe Adam"})
  void leaveOtherCommandsAlone(String command) {
    List<Object> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of("--plugins", folder));
    Invocation other = Invocation.of(words.toArray());
    assertThat(other.code()).isIn(ExitCode.GOOD, ExitCode.PLUGIN);
    assertThat(other.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("warning: "));
    assertThat(other.out()).contains("Adam");
  }

  private static Invocation run(String net, Path plugins) {
    return Invocation.of(
        "run",
        folder.resolve(net),
        "--plugins",
        plugins,
        "--backward",
        "--backend",
        "portable",
        "--out",
        folder.resolve("out"));
  }

  private static String told(Invocation run) {
    return run.errWithout(folder).replace("is Java " + Runtime.version().feature(), "is Java N");
  }
}
