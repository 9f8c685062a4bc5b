package org.cortado.engine.language;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.util.Map;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** {@code pick(map, key)}: the value of a key that is itself a value, such as a depth. */
@FunctionParameter(name = "map")
@FunctionParameter(name = "key")
final class Pick extends AbstractFunction {

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... given)
      throws EvaluationException {
    if (!given[0].isStructureValue()) {
      throw new EvaluationException(token, "pick takes a map and a key");
    }
    Map<String, EvaluationValue> map = given[0].getStructureValue();
    if (given[1].isNullValue()) {
      throw new EvaluationException(token, "pick takes a map and a key, but the key is empty");
    }
    String key = key(given[1]);
    EvaluationValue value = map.get(key);
    if (value == null) {
      String near = Spelling.suggestion(key, map.keySet());
      String known = near.isEmpty() ? "; there are " + Words.listed(map.keySet()) : near;
      throw new EvaluationException(token, "there is no key '" + key + "'" + known);
    }
    return value;
  }

  private static String key(EvaluationValue key) {
    return key.isNumberValue()
        ? key.getNumberValue().stripTrailingZeros().toPlainString()
        : key.getStringValue();
  }
}
