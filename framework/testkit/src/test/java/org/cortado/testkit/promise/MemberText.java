package org.cortado.testkit.promise;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a type's promised members, each on a line, what else is compiled against. */
final class MemberText {

  private static final int SEEN = Modifier.PUBLIC | Modifier.PROTECTED;
  private static final int TOLD =
      Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

  private MemberText() {}

  /** Returns a line for each promised field, constructor and method. */
  static Stream<String> of(Class<?> type) {
    return Stream.of(
            promised(type.getDeclaredFields()).map(MemberText::line),
            promised(type.getDeclaredConstructors()).map(MemberText::line),
            methods(type))
        .flatMap(lines -> lines);
  }

  /** What authors can't see a superclass for, they find in the type itself. */
  private static Stream<String> methods(Class<?> type) {
    Class<?> above = type.getSuperclass();
    Stream<String> own = promised(type.getDeclaredMethods()).map(MemberText::line);
    boolean hidden = above != null && !Modifier.isPublic(above.getModifiers());
    return hidden ? Stream.concat(own, methods(above)) : own;
  }

  private static <M extends AnnotatedElement & Member> Stream<M> promised(M[] members) {
    return Arrays.stream(members)
        .filter(member -> (member.getModifiers() & SEEN) != 0 && !member.isSynthetic())
        .filter(Mark::promises);
  }

  private static String line(Field field) {
    return modifiers(field.getModifiers())
        + field.getGenericType().getTypeName()
        + " "
        + field.getName();
  }

  private static String line(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers()) + "new" + call(constructor);
  }

  private static String line(Method method) {
    int modifiers = method.getModifiers();
    if (method.getDefaultValue() != null) {
      modifiers &= ~Modifier.ABSTRACT; // who uses the annotation need not give it
    }
    if (Modifier.isFinal(method.getDeclaringClass().getModifiers())) {
      modifiers &= ~Modifier.FINAL; // nobody could override it
    }
    String result = method.getGenericReturnType().getTypeName();
    return modifiers(modifiers)
        + parameters(method)
        + result
        + " "
        + method.getName()
        + call(method);
  }

  private static String modifiers(int modifiers) {
    String told = Modifier.toString(modifiers & TOLD);
    return told.isEmpty() ? "" : told + " ";
  }

  private static String call(Executable executable) {
    String faults = names(executable.getGenericExceptionTypes(), ", ");
    return "("
        + names(executable.getGenericParameterTypes(), ", ")
        + ")"
        + (faults.isEmpty() ? "" : " throws " + faults);
  }

  /** Returns the type parameters, with what they are bounded by. */
  static String parameters(GenericDeclaration declaration) {
    String parameters =
        Arrays.stream(declaration.getTypeParameters())
            .map(each -> each.getName() + " extends " + names(each.getBounds(), " & "))
            .collect(Collectors.joining(", "));
    return parameters.isEmpty() ? "" : "<" + parameters + "> ";
  }

  private static String names(Type[] types, String between) {
    return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(between));
  }
}
