package org.cortado.engine.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML 1.2 into trees whose nodes know their places.
 *
 * <p>Takes what definitions need: one document of maps with plain keys, lists and values. Tags are
 * refused, and so is what is too large, too deep or not UTF-8. An alias stands for the value that
 * bears its anchor, and {@code <<} takes the keys of another map.
 */
public final class YamlReader {

  private static final JsonMapper JSON = new JsonMapper();

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
    Placing placing = (line, column) -> new Place(file, line, column);
    Optional<Node> tree = parse(yaml, placing, problems);
    if (tree.filter(YamlReader::isNothing).isPresent()) {
      problems.add(placing.at(1, 1), "the file is empty");
      return Optional.empty();
    }
    return tree;
  }

  private static boolean isNothing(Node tree) {
    return tree instanceof ScalarNode scalar && scalar.isNull();
  }

  /** Returns the tree of a value that stands at one place, such as in an annotation. */
  Optional<Node> readValue(String yaml, Place place, Problems problems) {
    return yaml.isBlank()
        ? Optional.of(ScalarNode.of(place, "", false))
        : parse(yaml, (line, column) -> place, problems);
  }

  /**
   * Returns the tree of what Java has instead of a file: words, numbers, lists and maps.
   *
   * @param file what to call it in messages
   */
  public Optional<MapNode> readMap(Map<String, ?> map, String file, Problems problems) {
    try {
      String yaml = JSON.writeValueAsString(map); // JSON is YAML.
      return readText(yaml, file, problems).map(MapNode.class::cast);
    } catch (JsonProcessingException e) {
      problems.add(
          Place.whole(file),
          file + " may hold words, numbers, lists and maps alone: " + e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private static Optional<Node> parse(String yaml, Placing placing, Problems problems) {
    if (!new TextScan(placing, problems).accepts(yaml)) {
      return Optional.empty();
    }
    try (EventParser parser = EventParser.of(yaml, SourceFile.LONGEST)) {
      return build(new TreeBuilder(parser, placing, problems), placing, problems);
    } catch (IOException neverOfText) {
      throw new IllegalStateException(neverOfText);
    }
  }

  private static Optional<Node> build(TreeBuilder builder, Placing placing, Problems problems) {
    try {
      return builder.build();
    } catch (TreeBuilder.GiveUpException reported) {
      return Optional.empty();
    } catch (IOException thrown) {
      report(thrown, builder.place(), placing, problems);
      return Optional.empty();
    }
  }

  private static void report(IOException thrown, Place last, Placing placing, Problems problems) {
    if (thrown.getCause() instanceof MarkedYAMLException marked) {
      SyntaxFault fault = new SyntaxFault(marked);
      problems.add(fault.place(placing), fault.message());
    } else {
      // Jackson has but one complaint of its own.
      problems.add(last, "a key must be a word, but is a list, a map or an alias");
    }
  }
}
