package org.cortado.cli;

/** Where {@code java -jar cortado.jar} begins. */
public final class Main {

  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    callConstructorsByReflection();
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
