package org.cortado.testkit.promise;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.promise.Experimental;
import org.cortado.api.promise.Internal;
import org.cortado.api.promise.Stable;

/** What the marks say of a type or a member. */
final class Mark {

  private static final List<Class<? extends Annotation>> KINDS =
      List.of(Stable.class, Experimental.class, Internal.class);

  private Mark() {}

  /** Returns the marks that a package, a type or a member bears itself. */
  static List<Class<? extends Annotation>> borneBy(AnnotatedElement element) {
    return KINDS.stream().filter(element::isAnnotationPresent).toList();
  }

  /** Returns the marks that hold for a type: its own, or those of what it is in. */
  static List<Class<? extends Annotation>> of(Class<?> type) {
    return Stream.<AnnotatedElement>iterate(type, Mark::isType, at -> around((Class<?>) at))
        .map(Mark::borneBy)
        .filter(marks -> !marks.isEmpty())
        .findFirst()
        .orElseGet(() -> borneBy(type.getPackage()));
  }

  private static boolean isType(AnnotatedElement element) {
    return element instanceof Class<?>;
  }

  private static AnnotatedElement around(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getPackage() : outer;
  }

  /** Returns whether a type is promised. */
  static boolean promises(Class<?> type) {
    return of(type).equals(List.of(Stable.class));
  }

  /** Returns whether a member of a promised type is, too. */
  static <M extends AnnotatedElement & Member> boolean promises(M member) {
    List<Class<? extends Annotation>> own = borneBy(member);
    return own.isEmpty() || own.equals(List.of(Stable.class));
  }
}
