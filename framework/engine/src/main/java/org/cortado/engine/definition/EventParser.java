package org.cortado.engine.definition;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Jackson's parser, which here leaves every value as text and tells how the file wrote it.
 *
 * <p>Jackson itself takes values for what YAML 1.1 takes them for, where {@code 010} is eight and
 * {@code 1:30} ninety.
 */
final class EventParser extends YAMLParser {

  private EventParser(IOContext context, int features, LoaderOptions options, Reader reader) {
    super(context, features, 0, options, null, reader);
  }

  /** Returns a parser of a text that is at most so many characters long. */
  static EventParser of(String yaml, int longest) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(longest);
    return (EventParser) new Factory(options).createParser(yaml);
  }

  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    _cleanedTextValue = null;
    return JsonToken.VALUE_STRING;
  }

  /** Returns whether the current value stands in quotes or in a block of text. */
  boolean isQuoted() {
    return _lastEvent instanceof ScalarEvent scalar && !scalar.isPlain();
  }

  /** Returns the tag of the current value, if it has one. */
  Optional<String> tag() {
    if (_lastEvent instanceof ScalarEvent scalar) {
      return Optional.ofNullable(scalar.getTag());
    }
    return _lastEvent instanceof CollectionStartEvent start
        ? Optional.ofNullable(start.getTag())
        : Optional.empty();
  }

  /** Returns the anchor by which aliases call the current value, if it has one. */
  Optional<String> anchor() {
    return !_currentIsAlias && _lastEvent instanceof NodeEvent node
        ? Optional.ofNullable(node.getAnchor())
        : Optional.empty();
  }

  /** Makes such parsers: Jackson's factory knows how to set them up. */
  private static final class Factory extends YAMLFactory {

    private static final long serialVersionUID = 1L;

    Factory(LoaderOptions options) {
      super(YAMLFactory.builder().loaderOptions(options));
    }

    @Override
    protected YAMLParser _createParser(Reader reader, IOContext context) {
      return new EventParser(context, _parserFeatures, _loaderOptions, reader);
    }
  }
}
