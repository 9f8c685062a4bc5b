package org.cortado.engine.language;

import com.ezylang.evalex.data.EvaluationValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.ScalarKind;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Words;

/** Puts the values of expressions in their places. */
final class Substitution {

  private final Problems problems;
  private final Budget budget;
  private final Reckoner reckoner;
  private final Values values;
  private final Set<String> failed = new HashSet<>();

  Substitution(Problems problems, Budget budget) {
    this.problems = problems;
    this.budget = budget;
    values = new Values(budget);
    reckoner = new Reckoner(values, failed);
  }

  /**
   * Returns a tree without expressions.
   *
   * <p>One that has no value is reported and left as it stands.
   *
   * @param use the use of the block that the tree stands in, if it stands in one
   */
  Node apply(Node node, Scope scope, Optional<Place.Use> use) {
    budget.take(node.place(), node instanceof ScalarNode scalar ? scalar.text() : "");
    if (node instanceof MapNode map) {
      return applyToMap(map, scope, use);
    }
    Place place = at(node.place(), use);
    if (node instanceof ListNode list) {
      return new ListNode(
          place, list.items().stream().map(item -> apply(item, scope, use)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return Template.isIn(scalar.text())
        ? value(scalar.text(), place, scope)
        : new ScalarNode(place, scalar.text(), scalar.kind());
  }

  /** Returns a map whose values are without expressions. */
  MapNode applyToMap(MapNode map, Scope scope, Optional<Place.Use> use) {
    return new MapNode(
        at(map.place(), use),
        map.entries().stream()
            .map(
                entry ->
                    new MapEntry(
                        entry.key(), at(entry.place(), use), apply(entry.value(), scope, use)))
            .toList());
  }

  /** Returns a word without expressions, for messages; empty where it is none. */
  String quiet(Node node, Scope scope) {
    if (!(node instanceof ScalarNode scalar) || scalar.isNull()) {
      return "";
    }
    if (!Template.isIn(scalar.text())) {
      return scalar.text();
    }
    Node value = new Substitution(new Problems(), budget).apply(node, scope, Optional.empty());
    return value instanceof ScalarNode word ? word.text() : "";
  }

  private static Place at(Place place, Optional<Place.Use> use) {
    return use.map(place::usedAt).orElse(place);
  }

  private Node value(String text, Place place, Scope scope) {
    try {
      return value(Template.of(text), place, scope);
    } catch (Template.OpenBraceException fault) {
      problems.add(place, Words.quoted(text) + ": '${' has no '}'; write '$${' for the characters");
    } catch (ExpressionException fault) {
      problems.add(place, Words.quoted(text) + ": " + fault.getMessage());
    } catch (Reckoner.FailedBeforeException reported) {
      // What it follows from has been reported.
    }
    failed.add(text);
    problems.settle(place);
    return new ScalarNode(place, text, ScalarKind.TEXT);
  }

  private Node value(Template template, Place place, Scope scope) throws ExpressionException {
    if (template.isOneExpression()) {
      return expression(template.parts().get(0).text().strip(), place, scope);
    }
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(part.isExpression() ? word(part.text(), place, scope) : part.text());
      if (text.length() > Reckoner.LONGEST) {
        throw new ExpressionException(
            "its text is longer than " + Reckoner.LONGEST + " characters");
      }
    }
    budget.take(place, text.toString());
    return new ScalarNode(place, text.toString(), ScalarKind.TEXT);
  }

  /** A name alone stands for what was written, to the digit. */
  private Node expression(String expression, Place place, Scope scope) throws ExpressionException {
    Optional<Node> known = Reckoner.isName(expression) ? scope.get(expression) : Optional.empty();
    if (known.isPresent()) {
      return moved(known.get(), place, 0);
    }
    return values.node(reckoner.value(expression, scope), place);
  }

  private Node moved(Node node, Place place, int depth) {
    budget.take(place, depth);
    if (node instanceof MapNode map) {
      return new MapNode(
          place,
          map.entries().stream()
              .map(
                  entry -> new MapEntry(entry.key(), place, moved(entry.value(), place, depth + 1)))
              .toList());
    }
    if (node instanceof ListNode list) {
      return new ListNode(
          place, list.items().stream().map(item -> moved(item, place, depth + 1)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    if (failed.contains(scalar.text())) {
      problems.settle(place);
    }
    return new ScalarNode(place, scalar.text(), scalar.kind());
  }

  private String word(String expression, Place place, Scope scope) throws ExpressionException {
    EvaluationValue value = reckoner.value(expression, scope);
    if (values.node(value, place) instanceof ScalarNode scalar) {
      return scalar.text();
    }
    throw new ExpressionException("a list or a map can't be part of a text");
  }
}
