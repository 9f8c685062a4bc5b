package ruleofathread;

import java.util.List;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

@TypeName("faulty:rule")
public record BrokenRule(List<Thread> workers) implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of();
  }

  @Override
  public Update newUpdate() {
    return (weights, gradient, histories, rate, length) -> {};
  }
}
