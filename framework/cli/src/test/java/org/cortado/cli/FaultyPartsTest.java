package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A training ends, saying what the text beside its source says, where the code of a jar's data
 * source, metric, listener or backend fails; the name of the folder says what it is.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultyPartsTest {

  private static final String ROWS =
      "type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}";
  private static final String METRIC =
      "  - {name: metric, type: faulty:Metric, bottom: x, phase: test}\n";

  @TempDir private static Path folder;

  private static Path corpus() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(FaultyPartsTest.class.getResource("faultyparts")).toURI());
  }

  static List<String> parts() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(corpus())) {
      return folders
          .map(each -> each.getFileName().toString())
          .filter(Predicate.not("shared"::equals))
          .sorted()
          .toList();
    }
  }

  /** Backends that load, but won't open. */
  static List<String> backendsThatWontOpen() throws IOException, URISyntaxException {
    return parts().stream()
        .filter(part -> part.startsWith("backend") && !part.equals("backendfactory"))
        .toList();
  }

  @BeforeAll
  static void pack() throws IOException, URISyntaxException {
    CompiledClasses compiled = CompiledClasses.of(create("classes"), sources());
    for (String part : parts()) {
      new JarFiles()
          .service(part + ".Layers")
          .classes(compiled, part, "shared")
          .write(folder.resolve(part + ".jar"));
    }
    Path net = TinyNets.net(folder);
    String text = Files.readString(net);
    TinyNets.write(
        folder.resolve("data.yaml"), text.replace(ROWS, "type: faulty:Data, top: [x, label]"));
    TinyNets.write(folder.resolve("metric.yaml"), text + METRIC);
  }

  private static Path create(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static List<Path> sources() throws IOException, URISyntaxException {
    List<Path> sources = new ArrayList<>();
    for (String part : parts()) {
      String module = PluginLayers.module(part, "Broken");
      String text = module.replace("layer(", kind(part).replaceFirst("data|metric", "layer") + "(");
      sources.add(TinyNets.write(create(part).resolve("Layers.java"), text));
    }
    try (Stream<Path> files = Files.walk(corpus())) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    return sources;
  }

  private static String kind(String part) {
    return Stream.of("data", "metric", "listener", "backend")
        .filter(part::startsWith)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void areNamedWithTheirFault(String part) throws IOException, URISyntaxException {
    Invocation trained =
        switch (kind(part)) {
          case "data" -> train(part, "--set", "net=data.yaml");
          case "metric" -> train(part, "--set", "net=metric.yaml");
          case "listener" -> train(part, "--set", "listeners=[faulty:Listener]");
          default -> train(part, "--backend", "faulty");
        };
    assertThat(last(trained)).isEqualTo(Files.readString(message(part)).strip());
    boolean isOfData = part.equals("dataprefetchdata");
    assertThat(trained.code()).isEqualTo(isOfData ? ExitCode.DATA : ExitCode.PLUGIN);
    assertThat(trained.err()).doesNotContain("\tat ", "internal error");
  }

  private static Path message(String part) throws URISyntaxException {
    return corpus().resolve(part).resolve("message.txt");
  }

  @ParameterizedTest
  @MethodSource("backendsThatWontOpen")
  void aBackendThatNobodyAskedForIsLeftAlone(String part) {
    Invocation trained = train(part, "--threads", "1");
    assertThat(trained.code()).as(trained.err()).isEqualTo(ExitCode.GOOD);
    assertThat(trained.err()).doesNotContain("warning: ");
  }

  private Invocation train(String part, String... more) {
    Path run = folder.resolve("run-of-" + part + more[0]);
    List<Object> arguments = new ArrayList<>(List.of("train", folder.resolve("tiny-solver.yaml")));
    arguments.addAll(List.of("--plugins", folder.resolve(part + ".jar"), "--out", run, "--json"));
    arguments.addAll(List.of("--set", "max_iter=2"));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  private static String last(Invocation trained) {
    return trained.errWithout(folder).lines().reduce("", (before, line) -> line);
  }
}
