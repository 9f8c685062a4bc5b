package org.cortado.testkit.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.cortado.api.promise.Internal;
import org.junit.jupiter.api.Test;

class BaselineTest {

  interface Before {
    void kept();

    int count(List<String> names);
  }

  interface More extends Before {
    default void added() {}
  }

  interface Without {
    void kept();
  }

  interface Changed {
    void kept();

    int count(List<Integer> names);
  }

  interface Demanding {
    void kept();

    int count(List<String> names);

    void demanded();
  }

  interface Easier {
    default void kept() {}

    int count(List<String> names);
  }

  abstract static class Open {
    protected Open() {}

    public void told() {}

    @Internal
    public void untold() {}
  }

  static final class Closed {
    public Closed() {}

    public void told() {}
  }

  private static List<String> breaches(Class<?> before, Class<?> now) {
    return Baseline.read(new Baseline(text(before)).lines()).breachesOf(text(now));
  }

  private static SortedMap<String, SortedSet<String>> text(Class<?> type) {
    return new TreeMap<>(Map.of("interface T", ApiText.body(type)));
  }

  @Test
  void whatStaysAsItIsBreaksNothing() {
    assertThat(breaches(Before.class, Before.class)).isEmpty();
  }

  @Test
  void whatIsAddedBreaksNothing() {
    assertThat(ApiText.body(More.class)).contains("void added()");
    SortedSet<String> more = ApiText.body(Before.class);
    more.addAll(ApiText.body(More.class));

    assertThat(
            new Baseline(text(Before.class)).breachesOf(new TreeMap<>(Map.of("interface T", more))))
        .isEmpty();
  }

  @Test
  void aMethodThatIsGoneBreaks() {
    assertThat(breaches(Before.class, Without.class))
        .containsExactly(
            "interface T no longer: abstract int count(java.util.List<java.lang.String>)");
  }

  @Test
  void anotherSignatureBreaks() {
    assertThat(breaches(Before.class, Changed.class))
        .contains("interface T no longer: abstract int count(java.util.List<java.lang.String>)");
  }

  @Test
  void aMethodThatAuthorsWouldHaveToWriteBreaks() {
    assertThat(breaches(Before.class, Demanding.class))
        .containsExactly("interface T now: abstract void demanded()");
  }

  @Test
  void aMethodThatNeedNotBeWrittenAnyMoreBreaksNothing() {
    assertThat(breaches(Before.class, Easier.class)).isEmpty();
    assertThat(breaches(Easier.class, Before.class)).hasSize(2);
  }

  @Test
  void aTypeThatIsGoneBreaks() {
    assertThat(new Baseline(text(Before.class)).breachesOf(new TreeMap<>()))
        .containsExactly("interface T is gone");
  }

  @Test
  void whatCanNoLongerBeExtendedBreaks() {
    assertThat(breaches(Open.class, Closed.class))
        .contains("interface T now: is final", "interface T no longer: protected new()");
  }

  @Test
  void whatIsMarkedAsInternalIsNotPromised() {
    assertThat(ApiText.body(Open.class)).contains("void told()").doesNotContain("void untold()");
  }
}
