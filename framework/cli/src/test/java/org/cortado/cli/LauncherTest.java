package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher with a Java and a Maven that only tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in *ArchiveClassesAtExit*) exit 0 ;; esac
      echo "threads=$OMP_NUM_THREADS"
      echo "launcher=$CORTADO_LAUNCHER"
      echo "arguments=$*"
      exit 5
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven $*" >&2
      [ ! -f broken ] || { echo "[ERROR] broken"; exit 1; }
      mkdir -p framework/cli/target/cortado
      touch framework/cli/target/cortado/cortado.jar
      """;

  @TempDir private Path folder;
  private Path home;
  private Path source;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void copyTheLauncher() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    source = home.resolve("framework/api/src/main/java/Layer.java");
    Files.createDirectories(source.getParent());
    Files.createDirectories(home.resolve("layers-core"));
    Files.createFile(source);
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(Path.of("../../cortado"), home.resolve("cortado"));
    script(folder.resolve("jdk/bin/java"), JAVA);
    script(folder.resolve("maven/mvn"), MAVEN);
    release("17.0.15");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("PATH", folder.resolve("maven") + ":/usr/bin:/bin");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void release(String version) throws IOException {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private Invocation launch(String... arguments) throws Exception {
    return launch(home.resolve("cortado"), arguments);
  }

  private Invocation launch(Path launcher, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of("bash", launcher.toString()), Arrays.stream(arguments))
                .toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int code = builder.start().waitFor();
    return new Invocation(code, read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void buildsOnTheFirstRunOnly() throws Exception {
    assertThat(launch().err()).isEqualTo("building Cortado (first run only)…\n");
    assertThat(launch().err()).isEmpty();
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    launch();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(launch().err()).isEqualTo("building Cortado (its sources have changed)…\n");
  }

  @Test
  void putsWhatItBuildsIntoMavensRepository() throws Exception {
    launch();
    assertThat(read(home.resolve("framework/cli/target/build.log")))
        .isEqualTo("maven -B -ntp -Pquick -pl framework/cli -am package install:install\n");
  }

  @Test
  void buildsForANewProjectWhatMavenAloneHasBuilt() throws Exception {
    launch();
    Path jar = home.resolve("framework/cli/target/cortado/cortado.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(2)));

    assertThat(launch("layers").err()).isEmpty();
    assertThat(launch("new-layer").err()).isEqualTo("building Cortado (so that Maven finds it)…\n");
    assertThat(launch("new-layer").err()).isEmpty();
  }

  @Test
  void saysWhereItIs() throws Exception {
    assertThat(launch().out()).contains("launcher=" + home.toRealPath().resolve("cortado") + "\n");
  }

  @Test
  void showsWhatWentWrongWithABuild() throws Exception {
    Files.createFile(home.resolve("broken"));
    Invocation launch = launch();
    assertThat(launch.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(launch.err()).contains("[ERROR] broken", "target/build.log");
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(folder.resolve("maven/mvn"));
    environment.put("PATH", tools().toString());
    Invocation launch = launch();
    assertThat(launch.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(launch.err()).contains("Maven is needed");
  }

  /** Stands in for what the launcher uses, beside which there is no Maven. */
  private Path tools() throws IOException {
    Path tools = folder.resolve("tools");
    for (String tool : new String[] {"bash", "dirname", "readlink", "sed", "find", "mkdir"}) {
      script(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
    }
    return tools;
  }

  @Test
  void passesArgumentsAndTheExitCode() throws Exception {
    Invocation launch = launch("train", "my solver.yaml", "--json");
    assertThat(launch.code()).isEqualTo(5);
    assertThat(launch.out()).contains("cortado.jar train my solver.yaml --json\n");
  }

  @Test
  void leavesOpenMpOneThread() throws Exception {
    assertThat(launch("train").out()).startsWith("threads=1\n");
    assertThat(launch("train", "--threads", "3").out()).startsWith("threads=1\n");
  }

  @Test
  void worksThroughALink() throws Exception {
    Files.createDirectory(folder.resolve("bin"));
    Path link = folder.resolve("bin/link");
    Files.createSymbolicLink(link, Path.of("../home/cortado"));
    assertThat(launch(link).out()).contains("-jar " + home.toRealPath());
  }

  @Test
  void refusesAnOldJava() throws Exception {
    release("11.0.2");
    Invocation launch = launch();
    assertThat(launch.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(launch.err()).contains("Java 17 or later is needed", "is 11.0.2");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
    assertThat(launch().err()).contains("JAVA_HOME is '", "but there is no bin/java in it");
  }
}
