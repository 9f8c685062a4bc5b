package org.cortado.engine.definition;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Puts what the parser says of a text that isn't YAML into words for people who write nets. */
final class SyntaxFault {

  private final String problem;
  private final String context;
  private final Optional<Mark> problemMark;
  private final Optional<Mark> contextMark;

  /** Makes one of what the parser threw. */
  SyntaxFault(MarkedYAMLException thrown) {
    problem = Optional.ofNullable(thrown.getProblem()).orElse("");
    context = Optional.ofNullable(thrown.getContext()).orElse("");
    problemMark = Optional.ofNullable(thrown.getProblemMark());
    contextMark = Optional.ofNullable(thrown.getContextMark());
  }

  /** Returns the place that is most to blame: an opening quote rather than the end of the file. */
  Place place(Placing placing) {
    Optional<Mark> mark = isOpenQuote() ? contextMark : problemMark.or(() -> contextMark);
    return mark.map(found -> placing.at(found.getLine() + 1, found.getColumn() + 1))
        .orElseGet(() -> placing.at(1, 1));
  }

  /** Returns what is wrong. */
  String message() {
    if (problem.contains("(TAB)")) {
      return "a tab can't indent a line; use spaces";
    }
    if (problem.contains("cannot start any token")) {
      return "a value can't begin with this character; put it in quotes";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "':' is not allowed here; put text that holds ': ' in quotes, and begin the keys of"
          + " one map in one column";
    }
    if (problem.contains("<stream end>")) {
      return "a list or a map in brackets" + begun() + " is not closed";
    }
    return inContext();
  }

  private String inContext() {
    if (isBareExpression()) {
      return "an expression in brackets must stand in quotes, as in {n: \"${width}\"}";
    }
    if (isOpenQuote()) {
      return "the quote that opens here is not closed";
    }
    return switch (context) {
      case "while parsing a flow sequence" -> "the list" + begun() + " needs ',' or ']' here";
      case "while parsing a flow mapping" -> "the map" + begun() + " needs ',' or '}' here";
      case "while parsing a block mapping" ->
          "this doesn't belong to the map" + begun() + ", whose keys begin in one column";
      case "while parsing a block collection" ->
          "this doesn't belong to the list" + begun() + ", whose '-' stand in one column";
      case "while scanning a simple key" -> "the key" + begun() + " needs ':' after it";
      default -> "this is not YAML: " + (context.isEmpty() ? "" : context + ", ") + problem;
    };
  }

  /** YAML takes the brace of an expression for that of a map. */
  private boolean isBareExpression() {
    return context.contains("flow")
        && problemMark.map(SyntaxFault::line).filter(line -> line.contains("${")).isPresent();
  }

  private static String line(Mark mark) {
    int[] text = mark.getBuffer();
    int start = mark.getPointer();
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    int end = mark.getPointer();
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return new String(text, start, end - start);
  }

  private boolean isOpenQuote() {
    return problem.equals("found unexpected end of stream");
  }

  private String begun() {
    return contextMark.map(mark -> " that begins at line " + (mark.getLine() + 1)).orElse("");
  }
}
