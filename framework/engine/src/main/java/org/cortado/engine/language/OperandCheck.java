package org.cortado.engine.language;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cortado.engine.definition.Words;

/**
 * Sees to it that what reckons gets numbers, and none so large that it would never end.
 *
 * <p>EvalEx itself takes a text for 0, and is beside itself where a value is empty.
 */
final class OperandCheck {

  /** The most that a number's exponent, and the second operand of {@code ^}, may be. */
  private static final int LARGEST_EXPONENT = 400;

  private static final Set<String> OPERATORS =
      Set.of("-", "*", "/", "%", "^", "<", "<=", ">", ">=");
  private static final Set<String> LOGIC = Set.of("&&", "||", "!");
  private static final Set<String> FUNCTIONS =
      Set.of("abs", "ceil", "floor", "max", "min", "round", "sqrt");

  private final Expression expression;

  OperandCheck(Expression expression) {
    this.expression = expression;
  }

  /** Looks at a part of the expression after the parts that it is made of. */
  void check(ASTNode node) throws ExpressionException {
    for (ASTNode part : node.getParameters()) {
      check(part);
    }
    Token token = node.getToken();
    List<ASTNode> operands = node.getParameters();
    if (decides(token)) {
      int conditions = token.getValue().equalsIgnoreCase("if") ? 1 : operands.size();
      for (ASTNode operand : operands.subList(0, Math.min(conditions, operands.size()))) {
        checkCondition(token, operand);
      }
    } else if (reckons(token)) {
      for (int i = 0; i < operands.size(); i++) {
        checkNumber(token, operands.get(i), i);
      }
    }
  }

  private static boolean decides(Token token) {
    return switch (token.getType()) {
      case INFIX_OPERATOR, PREFIX_OPERATOR -> LOGIC.contains(token.getValue());
      case FUNCTION -> token.getValue().equalsIgnoreCase("if");
      default -> false;
    };
  }

  private static boolean reckons(Token token) {
    return switch (token.getType()) {
      case INFIX_OPERATOR, PREFIX_OPERATOR -> OPERATORS.contains(token.getValue());
      case FUNCTION -> FUNCTIONS.contains(token.getValue().toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  /** Finds no value in a branch that isn't taken; if it is taken, the expression itself fails. */
  private Optional<EvaluationValue> value(ASTNode operand) {
    try {
      return Optional.of(expression.evaluateSubtree(operand));
    } catch (EvaluationException inBranchNotTaken) {
      return Optional.empty();
    }
  }

  private void checkCondition(Token token, ASTNode operand) throws ExpressionException {
    Optional<EvaluationValue> value = value(operand);
    if (value.filter(condition -> !condition.isBooleanValue()).isPresent()) {
      throw new ExpressionException(
          "'%s' takes true or false, but gets %s"
              .formatted(token.getValue(), described(value.get())));
    }
  }

  private void checkNumber(Token token, ASTNode operand, int index) throws ExpressionException {
    Optional<EvaluationValue> found = value(operand);
    if (found.isEmpty()) {
      return;
    }
    EvaluationValue value = found.get();
    if (!value.isNumberValue()) {
      throw new ExpressionException(
          "'%s' takes numbers, but gets %s".formatted(token.getValue(), described(value)));
    }
    boolean second =
        index == 1 && List.of("^", "round").contains(token.getValue().toLowerCase(Locale.ROOT));
    if (!isSmall(value.getNumberValue(), second)) {
      throw new ExpressionException("'%s' gets too large a number".formatted(token.getValue()));
    }
  }

  private static boolean isSmall(BigDecimal number, boolean isExponent) {
    boolean inRange = Reckoner.isInRange(number);
    return inRange
        && (!isExponent || number.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) <= 0);
  }

  private static String described(EvaluationValue value) {
    if (value.isNumberValue()) {
      return value.getNumberValue().toString();
    }
    if (value.isStringValue()) {
      return "the text " + Words.quoted(value.getStringValue());
    }
    if (value.isBooleanValue()) {
      return value.getBooleanValue().toString();
    }
    if (value.isArrayValue()) {
      return "a list";
    }
    return value.isNullValue() ? "an empty value" : "a map";
  }
}
