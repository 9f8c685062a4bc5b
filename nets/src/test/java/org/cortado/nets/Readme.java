package org.cortado.nets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The examples of the README and of other pages, so that they are known to work as they are
 * printed.
 */
final class Readme {

  /** The project's folder, where the README's commands are given. */
  static final Path FOLDER = NetFiles.file("..").normalize();

  private static final Path PAGE = FOLDER.resolve("README.md");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern CLASS = Pattern.compile("(?m)^public final class (\\w+)");
  private static final Pattern FILE_NAME = Pattern.compile("^# (\\S+\\.yaml)");

  private Readme() {}

  /** Writes the Java examples below a folder, each where its package and class say. */
  static List<Path> writeSources(Path folder) throws IOException {
    return writeSources(PAGE, folder);
  }

  /** Writes the Java examples of another page. */
  static List<Path> writeSources(Path page, Path folder) throws IOException {
    for (String block : blocks(page, "java")) {
      String directory = group(PACKAGE, block).replace('.', '/');
      write(folder.resolve(directory).resolve(group(CLASS, block) + ".java"), block);
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** Writes the YAML examples into a folder, each under the name that its first line says. */
  static void writeNets(Path folder) throws IOException {
    writeNets(PAGE, folder);
  }

  /** Writes the YAML examples of another page. */
  static void writeNets(Path page, Path folder) throws IOException {
    for (String block : blocks(page, "yaml")) {
      write(folder.resolve(group(FILE_NAME, block)), block);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```");
    String text = Files.readString(page);
    return block.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String group(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(found -> pattern.matcher(found).replaceAll("$1"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + pattern + " in:\n" + text));
  }
}
