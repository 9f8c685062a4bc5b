package org.cortado.engine.language;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;

/**
 * Finds the values of expressions, by the EvalEx library.
 *
 * <p>Numbers are decimal and exact: {@code 0.1 * 3} is 0.3 and {@code 7 / 2} is 3.5. There are few
 * functions, none of which can take long or reach out of the file.
 */
final class Reckoner {

  /** How long an expression, and a text that comes of one, may be. */
  static final int LONGEST = 10_000;

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
   * @param failed texts that stand for values that could not be found
   */
  Reckoner(Budget budget, Set<String> failed) {
    this.failed = failed;
    values = new Values(budget);
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
    functions.addFunction("abs", new AbsFunction());
    functions.addFunction("ceil", new CeilingFunction());
    functions.addFunction("floor", new FloorFunction());
    functions.addFunction("if", new IfFunction());
    functions.addFunction("len", new Length());
    functions.addFunction("max", new MaxFunction());
    functions.addFunction("min", new MinFunction());
    functions.addFunction("pick", new Pick());
    functions.addFunction("round", new RoundFunction());
    functions.addFunction("sqrt", new SqrtFunction());
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
  EvaluationValue value(String expression, Scope scope) throws ExpressionException {
    if (expression.length() > LONGEST) {
      throw new ExpressionException("it is longer than " + LONGEST + " characters");
    }
    try {
      Expression parsed = new Expression(expression, configuration);
      for (String name : variables(parsed)) {
        parsed.with(name, values.of(variable(name, scope)));
      }
      return checked(parsed.evaluate());
    } catch (BaseException fault) {
      throw new ExpressionException(words(fault));
    } catch (ArithmeticException fault) {
      throw new ExpressionException(lowerCase(String.valueOf(fault.getMessage())));
    }
  }

  private static Set<String> variables(Expression parsed) throws BaseException {
    Set<String> names = new TreeSet<>(parsed.getUsedVariables());
    names.removeIf(name -> CONSTANTS.containsKey(name.toLowerCase(Locale.ROOT)));
    return names;
  }

  private Node variable(String name, Scope scope) throws ExpressionException {
    if (scope.get(name).filter(this::hasFailed).isPresent()) {
      throw new FailedBeforeException();
    }
    return scope
        .get(name)
        .orElseThrow(
            () ->
                new ExpressionException(
                    "there is no variable '" + name + "'" + known(name, scope)));
  }

  private boolean hasFailed(Node node) {
    return node instanceof ScalarNode scalar && failed.contains(scalar.text());
  }

  private static String known(String name, Scope scope) {
    String near = Spelling.suggestion(name, scope.names());
    if (!near.isEmpty() || scope.names().isEmpty()) {
      return near;
    }
    return "; there are " + String.join(", ", scope.names());
  }

  private static EvaluationValue checked(EvaluationValue value) throws ExpressionException {
    if (value.isStringValue() && value.getStringValue().length() > LONGEST) {
      throw new ExpressionException("its text is longer than " + LONGEST + " characters");
    }
    return value;
  }

  private static String words(BaseException fault) {
    return lowerCase(String.valueOf(fault.getMessage()));
  }

  private static String lowerCase(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
