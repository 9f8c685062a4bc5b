package org.cortado.cli;

/** Where {@code java -jar cortado.jar} begins. */
public final class Main {

  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Cortado.run(Surroundings.ofProcess(), arguments));
  }
}
