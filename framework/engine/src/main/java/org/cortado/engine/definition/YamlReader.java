package org.cortado.engine.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads YAML 1.2 into trees whose nodes know their places.
 *
 * <p>Takes what definitions need: one document of maps with plain keys, lists and values. Aliases
 * and tags are refused, and so is what is too large, too deep or not UTF-8.
 */
public final class YamlReader {

  /**
   * Returns the tree of a file; nothing where it can't be read as it is meant.
   *
   * <p>A key that is there twice is reported and its first value kept.
   */
  public Optional<Node> read(Path file, Problems problems) {
    return new SourceFile(file)
        .text(problems)
        .flatMap(text -> readText(text, file.toString(), problems));
  }

  /**
   * Returns the tree of a text; nothing where it can't be read as it is meant.
   *
   * @param file what to call the text in messages
   */
  public Optional<Node> readText(String yaml, String file, Problems problems) {
    return parse(yaml, (line, column) -> new Place(file, line, column), problems);
  }

  /** Returns the tree of a value that stands at one place, such as in an annotation. */
  Optional<Node> readValue(String yaml, Place place, Problems problems) {
    return yaml.isBlank()
        ? Optional.of(ScalarNode.of(place, "", false))
        : parse(yaml, (line, column) -> place, problems);
  }

  private static Optional<Node> parse(String yaml, TreeBuilder.Placing placing, Problems problems) {
    try (EventParser parser = EventParser.of(yaml, SourceFile.LONGEST)) {
      return build(new TreeBuilder(parser, placing, problems), placing, problems);
    } catch (IOException neverOfText) {
      throw new IllegalStateException(neverOfText);
    }
  }

  private static Optional<Node> build(
      TreeBuilder builder, TreeBuilder.Placing placing, Problems problems) {
    try {
      return builder.build();
    } catch (IOException fault) {
      new SyntaxFault(fault, builder.place()).report(placing, problems);
    } catch (TreeBuilder.GiveUpException reported) {
      // The problem is in the list.
    }
    return Optional.empty();
  }
}
