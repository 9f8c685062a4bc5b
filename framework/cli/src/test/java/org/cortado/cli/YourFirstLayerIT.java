package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the tutorial, block by block, as its reader does: outside of Cortado's build, with the
 * distribution and with the coordinates that Cortado is released under.
 *
 * <p>Maven is kept off the net: it takes Cortado from a repository that the build has made, and all
 * else from the builder's own.
 */
@DisabledOnOs(OS.WINDOWS)
class YourFirstLayerIT {

  private static final Path PAGE = Path.of("../docs/your-first-layer.md");
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public final )?class (\\w+)");
  private static final Pattern NET = Pattern.compile("^# (\\S+\\.yaml)");

  /** None of these programs runs for so long that the JVM's better compiler would pay. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  @TempDir private Path folder;
  private Path place = Path.of("");

  @Test
  void leadsFromAnEmptyFolderToANetThatLearns() throws Exception {
    putOnPath("cortado", JAVA.resolve("bin/java").toString(), SHORT_LIVED, "-jar", distribution());
    putOnPath("mvn", maven());
    place = Files.createDirectory(folder.resolve("empty"));

    List<String> said = follow(Files.readString(PAGE));

    assertThat(said.get(1)).contains("BUILD SUCCESS", "SquareplusLayerTest", "accuracy 1 ");
    assertThat(said.get(2)).contains("BUILD SUCCESS", "SquareplusLayerTest", "accuracy 1 ");
    assertThat(said.get(3)).contains("BUILD SUCCESS", "GainLayerTest", "accuracy 1 ");
    assertThat(said.get(4))
        .containsPattern("acme:Squareplus +squareplus-0.1.0.jar +0.1.0 +0.1")
        .contains("the first values of the gains");
    assertThat(String.join("", said)).doesNotContain("[WARNING]", "warning:");
  }

  private static String distribution() {
    return TARGET.resolve("cortado/cortado.jar").toString();
  }

  private static String[] maven() {
    return new String[] {
      Path.of(System.getProperty("maven.home")).resolve("bin/mvn").toString(),
      "-B",
      "-ntp",
      "-o",
      "-Daether.offline.protocols=file",
      "-s",
      Path.of("src/test/resources/org/cortado/cli/settings.xml").toAbsolutePath().toString(),
      "-Dmaven.repo.local=" + TARGET.resolve("repository"),
      "-Dlibraries=" + Path.of(System.getProperty("maven.repository")).toUri()
    };
  }

  private void putOnPath(String name, String... command) throws IOException {
    String words = Stream.of(command).map("'%s' "::formatted).collect(Collectors.joining());
    Path script = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(script, "#!/bin/sh\nexec " + words + "\"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  /** Does what each block says, and returns what its commands said. */
  private List<String> follow(String page) throws Exception {
    List<String> said = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      String text = block.group(2);
      switch (block.group(1)) {
        case "sh" -> said.add(shell(text));
        case "java" -> write(source(text), text);
        case "yaml" -> write(find(NET, text), text);
        default -> throw new AssertionError("what is one to do with a " + block.group(1) + "?");
      }
    }
    return said;
  }

  private String shell(String commands) throws Exception {
    Path out = folder.resolve("out");
    Path end = folder.resolve("end");
    String script = "set -e\n%spwd > '%s'\n".formatted(commands, end);
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(place.toFile());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(Map.of("JAVA_HOME", JAVA.toString(), "MAVEN_OPTS", SHORT_LIVED));
    environment.put("MAVEN_ARGS", "");
    environment.merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    int code = builder.start().waitFor();
    assertThat(code).as("%s%n%s", commands, Files.readString(out)).isZero();
    place = Path.of(Files.readString(end).strip());
    return Files.readString(out);
  }

  private static String source(String text) {
    String name = find(CLASS, text);
    String root = name.endsWith("Test") ? "src/test/java/" : "src/main/java/";
    return root + find(PACKAGE, text).replace('.', '/') + "/" + name + ".java";
  }

  private static String find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + pattern + " in\n" + text));
  }

  private void write(String file, String text) throws IOException {
    Path written = place.resolve(file);
    assertThat(written.getParent()).isDirectory();
    Files.writeString(written, text);
  }
}
