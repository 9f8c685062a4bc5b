package org.cortado.engine.plugin;

import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into words, on one line, why the code of a plug-in failed. */
final class Reason {

  private static final Pattern CLASS_FILE = Pattern.compile("(\\S+) has been .* version (\\d+)\\.");
  private static final String UNBOUND =
      "Explicit bindings are required and (\\S+) is not explicitly bound\\."
          + "|No implementation for (\\S+) was bound\\.";
  private static final int MOST_CAUSES = 100;
  private static final int CLASS_FILE_OF_JAVA_0 = 44;
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");
  private static final String OTHER_API = "; it was built against another version of Cortado's API";

  private Reason() {}

  /** Returns the fault as its author knows it, less what Java and Guice wrapped around it. */
  static String of(Throwable wrapped) {
    return of(wrapped, MOST_CAUSES);
  }

  private static String of(Throwable wrapped, int left) {
    Throwable fault = unwrapped(wrapped);
    Throwable cause = fault.getCause();
    if (fault instanceof ExceptionInInitializerError && cause != null && left > 0) {
      return of(cause, left - 1) + " (in a static initialiser)";
    }
    if (fault instanceof NoClassDefFoundError && cause != null && left > 0) {
      return cause instanceof ClassNotFoundException
          ? String.valueOf(cause.getMessage())
          : of(cause, left - 1);
    }
    if (fault instanceof AbstractMethodError) {
      return missingMethod(fault);
    }
    return fault instanceof UnsupportedClassVersionError
        ? newerJava(fault)
        : line(fault.toString()) + hint(fault);
  }

  /** Returns the fault and the first place in a plug-in's code, or else in a loader's. */
  static String of(Throwable fault, ClassLoader loader) {
    return of(fault)
        + frame(fault, Reason::isPlugin)
            .or(() -> frame(fault, frame -> isOf(frame, loader)))
            .map(frame -> ", at " + place(frame))
            .orElse("");
  }

  /** Returns the file name of the jar of the plug-in whose code a fault was thrown by, if any. */
  static Optional<String> jar(Throwable fault) {
    return frame(fault, Reason::isPlugin)
        .flatMap(PluginClassLoader::jar)
        .map(jar -> String.valueOf(jar.getFileName()));
  }

  private static boolean isPlugin(StackTraceElement frame) {
    return PluginClassLoader.jar(frame).isPresent();
  }

  private static boolean isOf(StackTraceElement frame, ClassLoader loader) {
    return Objects.equals(frame.getClassLoaderName(), loader.getName());
  }

  /** Returns the first of Guice's complaints. */
  static String of(Collection<Message> complaints, ClassLoader plugin) {
    Message first = complaints.iterator().next();
    return first.getCause() == null ? line(first.getMessage()) : of(first.getCause(), plugin);
  }

  /** The innermost cause has it first, but for one that may show a method that isn't there. */
  private static Optional<StackTraceElement> frame(
      Throwable fault, Predicate<StackTraceElement> sought) {
    List<Throwable> outermostFirst =
        causes(fault).stream().takeWhile(cause -> !(cause instanceof AbstractMethodError)).toList();
    for (int i = outermostFirst.size() - 1; i >= 0; i--) {
      Optional<StackTraceElement> found =
          Arrays.stream(outermostFirst.get(i).getStackTrace()).filter(sought).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** They may go round in a circle. */
  private static List<Throwable> causes(Throwable fault) {
    List<Throwable> causes = new ArrayList<>();
    Throwable cause = fault;
    while (cause != null && causes.size() < MOST_CAUSES) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  private static String place(StackTraceElement frame) {
    return "%s.%s(%s:%d)"
        .formatted(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }

  /** Guice's caches wrap what is thrown while they are filled, Java what other threads throw. */
  static Throwable unwrapped(Throwable fault) {
    return causes(fault).stream().filter(cause -> !isWrapper(cause)).findFirst().orElse(fault);
  }

  private static boolean isWrapper(Throwable fault) {
    return fault.getCause() != null
        && (fault instanceof ExecutionException
            || fault instanceof CompletionException
            || fault.getClass().getName().startsWith("com.google.common."));
  }

  private static String newerJava(Throwable fault) {
    Matcher matcher = CLASS_FILE.matcher(String.valueOf(fault.getMessage()));
    return matcher.find()
        ? "%s was compiled for Java %d, but this is Java %d"
            .formatted(
                matcher.group(1).replace('/', '.'),
                Integer.parseInt(matcher.group(2)) - CLASS_FILE_OF_JAVA_0,
                Runtime.version().feature())
        : fault.toString();
  }

  /** Java words it in one way where it interprets the call and in another where it compiled it. */
  private static String missingMethod(Throwable fault) {
    Matcher matcher = METHOD.matcher(String.valueOf(fault.getMessage()));
    return "java.lang.AbstractMethodError: it has no method"
        + (matcher.find() ? " '" + matcher.group(1) + "'" : " for the call")
        + OTHER_API;
  }

  private static String hint(Throwable fault) {
    boolean ofApi = fault instanceof LinkageError && fault.toString().contains("org.cortado.api.");
    return ofApi ? OTHER_API : "";
  }

  /** Where a native library was looked for is a list too long to read. */
  private static String line(String text) {
    return text.lines()
        .findFirst()
        .orElse("")
        .replaceFirst(UNBOUND, "nothing is bound to $1$2 in the module's configureLayers()")
        .replaceFirst("( in java\\.library\\.path): .*", "$1")
        .replaceFirst("\\.$", "");
  }
}
