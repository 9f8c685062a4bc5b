package org.cortado.engine.language;

import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import java.util.Set;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ScalarKind;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** Gives EvalEx the values that an expression names, when it comes to them. */
final class ScopeAccess implements DataAccessorIfc {

  private final Scope scope;
  private final Values values;
  private final Set<String> failed;

  /** Says that there is no variable of a name, or that its value is none to reckon with. */
  static final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
      super(message);
    }
  }

  /**
   * Makes one.
   *
   * @param failed texts that stand for values that could not be found
   */
  ScopeAccess(Scope scope, Values values, Set<String> failed) {
    this.scope = scope;
    this.values = values;
    this.failed = failed;
  }

  @Override
  public EvaluationValue getData(String name) {
    Node node = scope.get(name).orElseThrow(() -> unknown(name));
    if (node instanceof ScalarNode scalar && failed.contains(scalar.text())) {
      throw new Reckoner.FailedBeforeException();
    }
    EvaluationValue value = values.of(node);
    if (isNumber(node) && !value.isNumberValue()) {
      throw new UnknownNameException("can't reckon with " + node.described());
    }
    return value;
  }

  private static boolean isNumber(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.kind() == ScalarKind.WHOLE_NUMBER || scalar.kind() == ScalarKind.REAL_NUMBER);
  }

  @Override
  public void setData(String name, EvaluationValue value) {
    throw new UnsupportedOperationException("variables don't change");
  }

  private UnknownNameException unknown(String name) {
    String near = Spelling.suggestion(name, scope.names());
    String known =
        near.isEmpty() && !scope.names().isEmpty()
            ? "; there are " + Words.listed(scope.names())
            : near;
    return new UnknownNameException("there is no variable " + Words.quoted(name) + known);
  }
}
