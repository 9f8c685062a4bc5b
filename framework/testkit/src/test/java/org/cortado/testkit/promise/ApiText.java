package org.cortado.testkit.promise;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says line by line what is promised to who calls, extends or implements a type. */
final class ApiText {

  /** Begins a line that takes a freedom from authors; they don't miss it when it is gone. */
  static final String LIMIT = "is ";

  private ApiText() {}

  /** Returns the lines of all promised types, by their heads. */
  static SortedMap<String, SortedSet<String>> now() {
    SortedMap<String, SortedSet<String>> text = new TreeMap<>();
    PublicTypes.all().stream()
        .filter(Mark::promises)
        .forEach(type -> text.put(head(type), body(type)));
    return text;
  }

  /** Returns a type's kind and name, with its parameters. */
  private static String head(Class<?> type) {
    return kind(type) + " " + type.getName() + MemberText.parameters(type);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  /** Returns what stands under the head. */
  static SortedSet<String> body(Class<?> type) {
    return Stream.of(limits(type), parents(type), MemberText.of(type))
        .flatMap(lines -> lines)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nobody extends an enum, whatever its modifiers, which depend on its constants. */
  private static Stream<String> limits(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of();
    }
    int modifiers = type.isInterface() ? 0 : type.getModifiers();
    return Stream.of(
            Modifier.isFinal(modifiers) ? "final" : "",
            Modifier.isAbstract(modifiers) ? "abstract" : "",
            type.isSealed() ? "sealed" : "")
        .filter(limit -> !limit.isEmpty())
        .map(LIMIT::concat);
  }

  private static Stream<String> parents(Class<?> type) {
    Type above = type.getGenericSuperclass();
    return Stream.concat(
        above == null ? Stream.of() : Stream.of("extends " + above.getTypeName()),
        Arrays.stream(type.getGenericInterfaces()).map(each -> "implements " + each.getTypeName()));
  }
}
