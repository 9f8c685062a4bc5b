package org.cortado.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerProjectTest {

  private static final LayerNames NAMES =
      new LayerNames("com.acme", "spiky-relu", "acme:SpikyRelu", "com.acme");

  /** Whatever Maven's plug-in makes of the same names in the build's next phase must equal it. */
  private static final Path REFERENCE =
      Path.of("target/test-classes/projects/spiky-relu/reference");

  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<");

  @TempDir private Path folder;

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void namesAllAfterTheType() throws IOException {
    List<Path> files =
        new LayerProject(new LayerNames("org.dot-dot", "bend", "dot-dot:Bend", "dots.layers"))
            .write(folder);

    assertThat(files)
        .contains(
            Path.of("src/main/java/dots/layers/BendLayer.java"),
            Path.of("src/main/java/dots/layers/DotdotLayers.java"),
            Path.of("src/test/java/dots/layers/BendLayerTest.java"),
            Path.of(".gitignore"));
    assertThat(text("src/main/resources/META-INF/services/org.cortado.api.LayerModule"))
        .isEqualTo("dots.layers.DotdotLayers\n");
    assertThat(text("src/main/java/dots/layers/BendLayer.java"))
        .startsWith("package dots.layers;\n")
        .contains("@LayerType(name = \"dot-dot:Bend\"", "public final class BendLayer ");
    assertThat(text("net.yaml")).contains("type: \"dot-dot:Bend\"");
    assertThat(text("pom.xml")).contains("<groupId>org.dot-dot</groupId>");
  }

  @Test
  void writesEachTemplateAndNothingElse() throws IOException {
    List<Path> written = new LayerProject(NAMES).write(folder);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(folder::relativize))
          .containsExactlyInAnyOrderElementsOf(written);
    }
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/archetype-resources"))) {
      assertThat(templates.filter(Files::isRegularFile)).hasSameSizeAs(written);
    }
  }

  @Test
  void leavesNoPropertyUnfilled() throws IOException {
    for (Path file : new LayerProject(NAMES).write(folder)) {
      assertThat(text(file.toString()).replaceAll("\\$\\{(project|cortado)[.]", ""))
          .as("%s", file)
          .doesNotContain("${", "#set", "@project");
    }
  }

  @Test
  void isBuiltAgainstThisVersion() throws IOException {
    new LayerProject(NAMES).write(folder);
    String version = version(Files.readString(Path.of("pom.xml")));

    assertThat(text("pom.xml"))
        .contains("<cortado.version>" + version + "</cortado.version>")
        .contains(
            "<Cortado-Api>" + version.replaceAll("^(\\d+\\.\\d+).*", "$1") + "</Cortado-Api>");
  }

  private static String version(String pom) {
    return pom.replaceAll("(?s)^.*?<version>([^<]+)</version>.*$", "$1");
  }

  /** So that an author's first build finds them in the repository of who has built Cortado. */
  @Test
  void isBuiltWithThePluginsThatBuildCortado() throws IOException {
    new LayerProject(NAMES).write(folder);

    assertThat(plugins(text("pom.xml")))
        .hasSizeGreaterThan(5)
        .isSubsetOf(plugins(Files.readString(Path.of("../../pom.xml"))));
  }

  private static Set<String> plugins(String pom) {
    return PLUGIN
        .matcher(pom)
        .results()
        .map(MatchResult::group)
        .map(LayerProjectTest::words)
        .collect(Collectors.toSet());
  }

  private static String words(String plugin) {
    return PLUGIN.matcher(plugin).replaceAll("$1 $2");
  }

  @Test
  void writesNothingOverWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "mine");
    LayerProject project = new LayerProject(NAMES);

    assertThatThrownBy(() -> project.write(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is something in '" + folder);
    assertThatThrownBy(() -> project.write(folder.resolve("pom.xml")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text("pom.xml")).isEqualTo("mine");
  }

  @Test
  void writesWhatMavensArchetypeIsComparedWith() throws IOException {
    delete(REFERENCE);

    assertThat(new LayerProject(NAMES).write(REFERENCE)).isNotEmpty();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
