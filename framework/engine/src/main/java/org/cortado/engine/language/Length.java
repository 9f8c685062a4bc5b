package org.cortado.engine.language;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/** {@code len(list)}: how many items a list has. */
@FunctionParameter(name = "list")
final class Length extends AbstractFunction {

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... given)
      throws EvaluationException {
    if (!given[0].isArrayValue()) {
      throw new EvaluationException(token, "len takes a list");
    }
    return EvaluationValue.numberValue(BigDecimal.valueOf(given[0].getArrayValue().size()));
  }
}
