package org.cortado.engine.language;

import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  Values(Budget budget) {
    this.budget = budget;
  }

  /**
   * Returns what an expression takes a value of a file for.
   *
   * @throws ExpressionException if it is a number that isn't finite
   */
  EvaluationValue of(Node node) throws ExpressionException {
    budget.take(node.place());
    if (node instanceof ListNode list) {
      List<EvaluationValue> items = new ArrayList<>();
      for (Node item : list.items()) {
        items.add(of(item));
      }
      return EvaluationValue.arrayValue(items);
    }
    return node instanceof MapNode map ? of(map) : of((ScalarNode) node);
  }

  private EvaluationValue of(MapNode map) throws ExpressionException {
    Map<String, EvaluationValue> values = new LinkedHashMap<>();
    for (MapEntry entry : map.entries()) {
      values.put(entry.key(), of(entry.value()));
    }
    return EvaluationValue.structureValue(values);
  }

  private static EvaluationValue of(ScalarNode scalar) throws ExpressionException {
    return switch (scalar.kind()) {
      case NULL -> EvaluationValue.NULL_VALUE;
      case BOOLEAN -> EvaluationValue.booleanValue(scalar.asBoolean().orElseThrow());
      case WHOLE_NUMBER, REAL_NUMBER -> EvaluationValue.numberValue(number(scalar));
      case TEXT -> EvaluationValue.stringValue(scalar.text());
    };
  }

  private static BigDecimal number(ScalarNode scalar) throws ExpressionException {
    if (scalar.asLong().isPresent()) {
      return BigDecimal.valueOf(scalar.asLong().get());
    }
    try {
      return new BigDecimal(scalar.text());
    } catch (NumberFormatException e) {
      throw new ExpressionException("can't reckon with " + scalar.text());
    }
  }

  /** Returns the value that stands in a file in place of an expression. */
  Node node(EvaluationValue value, Place place) {
    budget.take(place);
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
