package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer in a project of its own, as its author has it: outside of Cortado's build, with the
 * distribution and with the coordinates that Cortado is released under.
 *
 * <p>Maven is kept off the net: it takes Cortado from a repository that the build has made, and all
 * else from the builder's own.
 */
@DisabledOnOs(OS.WINDOWS)
class NewLayerIT {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  /** None of these programs runs for so long that the JVM's better compiler would pay. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  @TempDir private Path folder;

  private String run(Path place, Stream<String> command) throws Exception {
    Path out = folder.resolve("out");
    List<String> words = command.toList();
    ProcessBuilder builder = new ProcessBuilder(words).directory(place.toFile());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    builder
        .environment()
        .putAll(Map.of("JAVA_HOME", JAVA.toString(), "MAVEN_OPTS", SHORT_LIVED, "MAVEN_ARGS", ""));
    int code = builder.start().waitFor();
    assertThat(code).as("%s:%n%s", words, Files.readString(out)).isZero();
    return Files.readString(out);
  }

  private String cortado(Path place, String... arguments) throws Exception {
    Path jar = TARGET.resolve("cortado/cortado.jar");
    Stream<String> java =
        Stream.of(JAVA.resolve("bin/java").toString(), SHORT_LIVED, "-jar", jar.toString());
    return run(place, Stream.concat(java, Stream.of(arguments)));
  }

  private String maven(Path place, String goal) throws Exception {
    return run(
        place,
        Stream.of(
            Path.of(System.getProperty("maven.home")).resolve("bin/mvn").toString(),
            "-B",
            "-ntp",
            "-o",
            "-Daether.offline.protocols=file",
            "-s",
            Path.of("src/test/resources/org/cortado/cli/settings.xml").toAbsolutePath().toString(),
            "-Dmaven.repo.local=" + TARGET.resolve("repository"),
            "-Dlibraries=" + Path.of(System.getProperty("maven.repository")).toUri(),
            goal));
  }

  @Test
  void isBuiltAndProvedAndTrainsANet() throws Exception {
    cortado(folder, "new-layer", "com.acme:spiky-relu", "--type", "acme:SpikyRelu");
    Path project = folder.resolve("spiky-relu");

    assertThat(maven(project, "package"))
        .contains("BUILD SUCCESS", "SpikyReluLayerTest")
        .doesNotContain("[WARNING]");
    assertThat(accuracy(project)).isGreaterThan(0.95);
    assertThat(cortado(project, "layers", "--plugins", "target"))
        .containsPattern("acme:SpikyRelu +spiky-relu-0.1.0.jar +0.1.0 +0.1");
  }

  private double accuracy(Path project) throws Exception {
    String out = cortado(project, "train", "solver.yaml", "--plugins", "target", "--json");
    String json = out.lines().filter(line -> line.startsWith("{")).findFirst().orElse("{}");
    return new JsonMapper().readTree(json).path("test.accuracy").asDouble();
  }
}
