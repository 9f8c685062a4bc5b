package org.cortado.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class SpecializedTest {

  private final PlainFormulaLoops shared = new PlainFormulaLoops();
  private final Specialized<FormulaLoops> loops = new Specialized<>(FormulaLoops.class, shared);

  private static FormulaLoops withoutClassFile() {
    return (FormulaLoops)
        Proxy.newProxyInstance(
            FormulaLoops.class.getClassLoader(),
            new Class<?>[] {FormulaLoops.class},
            (self, method, arguments) -> null);
  }

  @Test
  void givesEachClassLoopsOfItsOwn() {
    Class<?> one = loops.get(String.class).getClass();
    Class<?> other = loops.get(Integer.class).getClass();
    assertThat(one).isNotEqualTo(other).isNotEqualTo(PlainFormulaLoops.class);
    assertThat(other).isNotEqualTo(PlainFormulaLoops.class);
    assertThat(one.isHidden()).isTrue();
  }

  @Test
  void givesAClassTheSameLoopsAgain() {
    assertThat(loops.get(String.class)).isSameAs(loops.get(String.class));
  }

  @Test
  void sharesLoopsWhereTheirClassFileCannotBeHad() {
    FormulaLoops proxy = withoutClassFile();
    assertThat(new Specialized<>(FormulaLoops.class, proxy).get(String.class)).isSameAs(proxy);
  }
}
