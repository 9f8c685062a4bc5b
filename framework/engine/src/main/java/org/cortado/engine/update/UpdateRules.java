package org.cortado.engine.update;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortado.api.option.TypeName;

/** The records among which solver files choose by a {@code type} key, by the words for them. */
public final class UpdateRules {

  private UpdateRules() {}

  /** Returns all update rules. */
  public static Map<String, Class<? extends Record>> rules() {
    return named(
        List.of(
            SgdRule.class,
            NesterovRule.class,
            AdaGradRule.class,
            RmsPropRule.class,
            AdaDeltaRule.class,
            AdamRule.class,
            AdamWRule.class,
            AmsGradRule.class,
            NAdamRule.class,
            RAdamRule.class,
            LionRule.class,
            LarsRule.class));
  }

  /** Returns all ways of averaging weights. */
  public static Map<String, Class<? extends Record>> averagings() {
    return named(List.of(EmaAveraging.class, SwaAveraging.class));
  }

  private static Map<String, Class<? extends Record>> named(List<Class<? extends Record>> records) {
    Map<String, Class<? extends Record>> named = new LinkedHashMap<>();
    for (Class<? extends Record> type : records) {
      named.put(Objects.requireNonNull(type.getAnnotation(TypeName.class)).value(), type);
    }
    return named;
  }
}
