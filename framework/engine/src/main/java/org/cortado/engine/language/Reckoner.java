package org.cortado.engine.language;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/**
 * Finds the values of expressions, by the EvalEx library.
 *
 * <p>Numbers are decimal and exact: {@code 0.1 * 3} is 0.3 and {@code 7 / 2} is 3.5. There are few
 * functions, none of which can take long or reach out of the file.
 */
final class Reckoner {

  /** How long a text that comes of an expression may be. */
  static final int LONGEST = 10_000;

  private static final int LONGEST_EXPRESSION = 500;
  private static final int MOST_DIGITS = 500;

  private static final Map<String, FunctionIfc> FUNCTIONS =
      Map.of(
          "abs", new AbsFunction(),
          "ceil", new CeilingFunction(),
          "floor", new FloorFunction(),
          "if", new IfFunction(),
          "len", new Length(),
          "max", new MaxFunction(),
          "min", new MinFunction(),
          "pick", new Pick(),
          "round", new RoundFunction(),
          "sqrt", new SqrtFunction());
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Map<String, EvaluationValue> CONSTANTS =
      Map.of(
          "true", EvaluationValue.TRUE,
          "false", EvaluationValue.FALSE,
          "null", EvaluationValue.NULL_VALUE);

  private final Values values;
  private final Set<String> failed;
  private final ExpressionConfiguration configuration;

  /** Says that an expression names one that has no value, which was reported. */
  static final class FailedBeforeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes one.
   *
   * @param values turns what the file says into what expressions take
   * @param failed texts that stand for values that could not be found
   */
  Reckoner(Values values, Set<String> failed) {
    this.failed = failed;
    this.values = values;
    Map<String, EvaluationValue> constants = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    constants.putAll(CONSTANTS);
    configuration =
        ExpressionConfiguration.builder()
            .functionDictionary(functions())
            .defaultConstants(constants)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(true)
            .binaryAllowed(false)
            .allowOverwriteConstants(false)
            .build();
  }

  private static FunctionDictionaryIfc functions() {
    FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
    FUNCTIONS.forEach(functions::addFunction);
    return functions;
  }

  /** Returns whether a word can be a variable's name. */
  static boolean isName(String word) {
    return NAME.matcher(word).matches() && !CONSTANTS.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the value of an expression.
   *
   * @throws ExpressionException if it has none
   * @throws FailedBeforeException if that follows from what was reported before
   */
  EvaluationValue value(String text, Scope scope) throws ExpressionException {
    if (text.length() > LONGEST_EXPRESSION) {
      throw new ExpressionException("it is longer than " + LONGEST_EXPRESSION + " characters");
    }
    try {
      Expression expression = new Expression(text, knowing(scope));
      new OperandCheck(expression).check(expression.getAbstractSyntaxTree());
      return checked(expression.evaluate());
    } catch (BaseException fault) {
      throw new ExpressionException(words(fault));
    } catch (ScopeAccess.UnknownNameException unknown) {
      throw new ExpressionException(String.valueOf(unknown.getMessage()));
    } catch (ArithmeticException | NumberFormatException fault) {
      throw new ExpressionException("it has no value: " + fault.getMessage());
    }
  }

  private ExpressionConfiguration knowing(Scope scope) {
    return configuration.toBuilder()
        .dataAccessorSupplier(() -> new ScopeAccess(scope, values, failed))
        .build();
  }

  private static EvaluationValue checked(EvaluationValue value) throws ExpressionException {
    if (value.isStringValue() && value.getStringValue().length() > LONGEST) {
      throw new ExpressionException("its text is longer than " + LONGEST + " characters");
    }
    if (value.isNumberValue() && !isInRange(value.getNumberValue())) {
      throw new ExpressionException("its value is too large a number");
    }
    return value;
  }

  /** Returns whether a number has so few digits, on either side of the point, that it is quick. */
  static boolean isInRange(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
  }

  private static String words(BaseException fault) {
    String message = String.valueOf(fault.getMessage());
    if (message.startsWith("Undefined function")) {
      String name = fault.getTokenString();
      return "there is no function "
          + Words.quoted(name)
          + Spelling.suggestion(name, FUNCTIONS.keySet());
    }
    return lowerCase(String.valueOf(fault.getMessage()));
  }

  private static String lowerCase(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
