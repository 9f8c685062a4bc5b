package org.cortado.engine.plugin;

import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into words, on one line, why the code of a plug-in failed. */
final class Reason {

  private static final Pattern CLASS_FILE = Pattern.compile("(\\S+) has been .* version (\\d+)\\.");
  private static final int CLASS_FILE_OF_JAVA_0 = 44;

  private Reason() {}

  /** Returns the fault as its author knows it, less what Java and Guice wrapped around it. */
  static String of(Throwable fault) {
    Throwable cause = fault.getCause();
    if (fault instanceof ExceptionInInitializerError && cause != null) {
      return of(cause) + " (in a static initialiser)";
    }
    if (fault instanceof NoClassDefFoundError && cause != null) {
      return cause instanceof ClassNotFoundException
          ? String.valueOf(cause.getMessage())
          : of(cause);
    }
    if (fault instanceof UnsupportedClassVersionError) {
      return newerJava((UnsupportedClassVersionError) fault);
    }
    return line(fault.toString()) + hint(fault);
  }

  /** Returns the first of Guice's complaints. */
  static String of(Collection<Message> complaints) {
    Message first = complaints.iterator().next();
    return first.getCause() == null ? line(first.getMessage()) : of(first.getCause());
  }

  private static String newerJava(UnsupportedClassVersionError fault) {
    Matcher matcher = CLASS_FILE.matcher(String.valueOf(fault.getMessage()));
    return matcher.find()
        ? "%s was compiled for Java %d, but this is Java %d"
            .formatted(
                matcher.group(1).replace('/', '.'),
                Integer.parseInt(matcher.group(2)) - CLASS_FILE_OF_JAVA_0,
                Runtime.version().feature())
        : fault.toString();
  }

  private static String hint(Throwable fault) {
    boolean ofApi = fault instanceof LinkageError && fault.toString().contains("org.cortado.api.");
    return ofApi ? "; it was built against another version of Cortado's API" : "";
  }

  /** Where a native library was looked for is a list too long to read. */
  private static String line(String text) {
    return text.lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^\\[Guice/\\w+\\]: ", "")
        .replaceFirst("( in java\\.library\\.path): .*", "$1");
  }
}
