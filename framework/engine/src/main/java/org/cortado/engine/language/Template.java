package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;

/**
 * A text with expressions in it: {@code stage_${index}}.
 *
 * <p>A doubled dollar sign before the brace stands for the sign and the brace themselves.
 *
 * @param parts its parts in order
 */
record Template(List<Part> parts) {

  private static final String OPEN = "${";
  private static final String ESCAPED = "$${";

  /**
   * A part of the text.
   *
   * @param text what it is, without the braces of an expression
   * @param isExpression whether it stands for its value
   */
  record Part(String text, boolean isExpression) {}

  Template {
    parts = List.copyOf(parts);
  }

  /** Says that a brace is not closed. */
  static final class OpenBraceException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Returns whether a text has to be looked at at all. */
  static boolean isIn(String text) {
    return text.contains(OPEN);
  }

  /**
   * Takes a text apart.
   *
   * @throws OpenBraceException if an expression doesn't end
   */
  static Template of(String text) throws OpenBraceException {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith(ESCAPED, at)) {
        plain.append(OPEN);
        at += ESCAPED.length();
      } else if (text.startsWith(OPEN, at)) {
        int end = end(text, at + OPEN.length());
        addPlain(plain, parts);
        parts.add(new Part(text.substring(at + OPEN.length(), end), true));
        at = end + 1;
      } else {
        plain.append(text.charAt(at));
        at++;
      }
    }
    addPlain(plain, parts);
    return new Template(parts);
  }

  /** Returns a tree whose texts stand for themselves when they are read again. */
  static Node escaped(Node node) {
    if (node instanceof MapNode map) {
      return new MapNode(
          map.place(),
          map.entries().stream()
              .map(entry -> new MapEntry(entry.key(), entry.place(), escaped(entry.value())))
              .toList());
    }
    if (node instanceof ListNode list) {
      return new ListNode(list.place(), list.items().stream().map(Template::escaped).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ScalarNode(scalar.place(), scalar.text().replace(OPEN, ESCAPED), scalar.kind());
  }

  private static void addPlain(StringBuilder plain, List<Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Part(plain.toString(), false));
      plain.setLength(0);
    }
  }

  /** A brace in quotes closes nothing. */
  private static int end(String text, int from) throws OpenBraceException {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '}') {
        return i;
      }
    }
    throw new OpenBraceException();
  }

  /** Returns whether the text is one expression and nothing else, so that it has its type. */
  boolean isOneExpression() {
    return parts.size() == 1 && parts.get(0).isExpression();
  }
}
