package org.cortado.engine.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortado.api.option.TypeName;

/** The records among which solver files choose by a {@code type} key, by the words for them. */
public final class LearningRatePolicies {

  private LearningRatePolicies() {}

  /** Returns all policies. */
  public static Map<String, Class<? extends Record>> policies() {
    return named(
        List.of(
            CosinePolicy.class,
            CyclicPolicy.class,
            ExpPolicy.class,
            FixedPolicy.class,
            InvPolicy.class,
            MultistepPolicy.class,
            OneCyclePolicy.class,
            PiecewisePolicy.class,
            PlateauPolicy.class,
            PolyPolicy.class,
            SigmoidPolicy.class,
            StepPolicy.class,
            WarmupPolicy.class));
  }

  private static Map<String, Class<? extends Record>> named(List<Class<? extends Record>> records) {
    Map<String, Class<? extends Record>> named = new LinkedHashMap<>();
    for (Class<? extends Record> type : records) {
      named.put(Objects.requireNonNull(type.getAnnotation(TypeName.class)).value(), type);
    }
    return named;
  }
}
