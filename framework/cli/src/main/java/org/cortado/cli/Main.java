package org.cortado.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Where {@code java -jar cortado.jar} begins. */
public final class Main {

  /** Held, for loggers are forgotten with what was set of them. */
  private static final Logger GUICE = Logger.getLogger("com.google.inject.Guice");

  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    callConstructorsByReflection();
    GUICE.setLevel(Level.OFF); // What it logs, with its stack, is told as the fault of a jar.
    System.exit(Cortado.run(Surroundings.ofProcess(), arguments));
  }

  /**
   * Keeps Guice from writing classes to call constructors by: that takes longer than it saves here,
   * and makes JDK 24 and later warn.
   */
  private static void callConstructorsByReflection() {
    System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
  }
}
