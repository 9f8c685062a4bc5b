package org.cortado.engine.definition;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** Writes a tree as YAML that reads back as the same tree. */
public final class ExpandedYaml {

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .stringQuotingChecker(new Quoting())
          .build();

  /** Returns the YAML of a tree. */
  public String write(Node tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(tree, generator);
    } catch (IOException neverOfText) {
      throw new IllegalStateException(neverOfText);
    }
    return text.toString();
  }

  /** Returns the YAML of a tree, with a comment on each line that says where its value is from. */
  public String writeWithOrigins(Node tree) {
    return OriginComments.annotate(write(tree), tree);
  }

  private static void write(Node node, JsonGenerator generator) throws IOException {
    if (node instanceof MapNode map) {
      writeMap(map, generator);
    } else if (node instanceof ListNode list) {
      writeList(list, generator);
    } else {
      writeScalar((ScalarNode) node, generator);
    }
  }

  private static void writeMap(MapNode map, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (MapEntry entry : map.entries()) {
      generator.writeFieldName(entry.key());
      write(entry.value(), generator);
    }
    generator.writeEndObject();
  }

  private static void writeList(ListNode list, JsonGenerator generator) throws IOException {
    generator.writeStartArray();
    for (Node item : list.items()) {
      write(item, generator);
    }
    generator.writeEndArray();
  }

  private static void writeScalar(ScalarNode scalar, JsonGenerator generator) throws IOException {
    switch (scalar.kind()) {
      case NULL -> generator.writeNull();
      case TEXT -> generator.writeString(scalar.text());
      // Written as they were read: a number keeps its digits.
      case BOOLEAN, WHOLE_NUMBER, REAL_NUMBER -> generator.writeNumber(scalar.text());
    }
  }

  /** Puts quotes round text that YAML 1.1 or 1.2 would take for something else. */
  private static final class Quoting extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;

    /** Line breaks that would be read as plain ones. */
    private static final Pattern RARE_BREAKS = Pattern.compile("[\r\u0085\u2028\u2029]");

    @Override
    public boolean needToQuoteName(String name) {
      return name.equals("<<") || RARE_BREAKS.matcher(name).find() || super.needToQuoteName(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return RARE_BREAKS.matcher(value).find()
          || ScalarKind.ofPlain(value) != ScalarKind.TEXT
          || super.needToQuoteValue(value);
    }
  }
}
