package org.cortado.engine.language;

import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.ScalarKind;
import org.cortado.engine.definition.ScalarNode;

/** Turns values of files into values of expressions, and back. */
final class Values {

  /** Numbers with more digits are written with an exponent. */
  private static final int MOST_DIGITS = 30;

  private final Budget budget;
  private final IdentityHashMap<Node, EvaluationValue> converted = new IdentityHashMap<>();

  Values(Budget budget) {
    this.budget = budget;
  }

  /** Returns what an expression takes a value of a file for. */
  EvaluationValue of(Node node) {
    EvaluationValue known = converted.get(node);
    if (known == null) {
      known = of(node, 0);
      converted.put(node, known);
    }
    return known;
  }

  private EvaluationValue of(Node node, int depth) {
    budget.take(node.place(), depth);
    if (node instanceof ListNode list) {
      return EvaluationValue.arrayValue(
          list.items().stream().map(item -> of(item, depth + 1)).toList());
    }
    if (node instanceof MapNode map) {
      Map<String, EvaluationValue> values = new LinkedHashMap<>();
      map.entries().forEach(entry -> values.put(entry.key(), of(entry.value(), depth + 1)));
      return EvaluationValue.structureValue(values);
    }
    return of((ScalarNode) node);
  }

  /** A number that expressions can't reckon with is text to them. */
  private static EvaluationValue of(ScalarNode scalar) {
    return switch (scalar.kind()) {
      case NULL -> EvaluationValue.NULL_VALUE;
      case BOOLEAN -> EvaluationValue.booleanValue(scalar.asBoolean().orElseThrow());
      case WHOLE_NUMBER, REAL_NUMBER ->
          number(scalar)
              .map(EvaluationValue::numberValue)
              .orElseGet(() -> EvaluationValue.stringValue(scalar.text()));
      case TEXT -> EvaluationValue.stringValue(scalar.text());
    };
  }

  private static Optional<BigDecimal> number(ScalarNode scalar) {
    if (scalar.asLong().isPresent()) {
      return scalar.asLong().map(BigDecimal::valueOf);
    }
    try {
      return Optional.of(new BigDecimal(scalar.text())).filter(Reckoner::isInRange);
    } catch (NumberFormatException notFinite) {
      return Optional.empty();
    }
  }

  /** Returns the value that stands in a file in place of an expression. */
  Node node(EvaluationValue value, Place place) {
    budget.take(place, value.isStringValue() ? value.getStringValue() : "");
    if (value.isArrayValue()) {
      return new ListNode(
          place, value.getArrayValue().stream().map(item -> node(item, place)).toList());
    }
    if (value.isStructureValue()) {
      return new MapNode(
          place,
          value.getStructureValue().entrySet().stream()
              .map(entry -> new MapEntry(entry.getKey(), place, node(entry.getValue(), place)))
              .toList());
    }
    return scalar(value, place);
  }

  private static ScalarNode scalar(EvaluationValue value, Place place) {
    if (value.isNumberValue()) {
      return number(value.getNumberValue().stripTrailingZeros(), place);
    }
    if (value.isBooleanValue()) {
      return new ScalarNode(place, value.getBooleanValue().toString(), ScalarKind.BOOLEAN);
    }
    return value.isNullValue()
        ? new ScalarNode(place, "", ScalarKind.NULL)
        : new ScalarNode(place, value.getStringValue(), ScalarKind.TEXT);
  }

  private static ScalarNode number(BigDecimal number, Place place) {
    boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS;
    String text =
        whole || number.scale() <= MOST_DIGITS ? number.toPlainString() : number.toString();
    return new ScalarNode(place, text, whole ? ScalarKind.WHOLE_NUMBER : ScalarKind.REAL_NUMBER);
  }
}
