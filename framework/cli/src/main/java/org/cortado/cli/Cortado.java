package org.cortado.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line as a whole. */
public final class Cortado {

  private Cortado() {}

  /**
   * Runs a command line inside this process and returns its exit code; throws nothing.
   *
   * @param out takes the place of standard output
   * @param err takes the place of standard error
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(Surroundings.ofProcess().writingTo(out, err), arguments);
  }

  static int run(Surroundings surroundings, String... arguments) {
    CortadoCommand root = new CortadoCommand();
    try {
      return commandLine(root, surroundings).execute(arguments);
    } catch (Error e) {
      return new Failures(surroundings.err(), root::isDebug).report(e);
    }
  }

  private static CommandLine commandLine(CortadoCommand root, Surroundings surroundings) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new TrainCommand(surroundings));
    line.addSubcommand(new TestCommand(surroundings));
    line.addSubcommand(new RunCommand(surroundings));
    line.addSubcommand(new CheckCommand(surroundings));
    line.addSubcommand(new LayersCommand(surroundings));
    line.addSubcommand(new DescribeCommand(surroundings));
    line.addSubcommand(new GradcheckCommand(surroundings));
    line.getSubcommands()
        .values()
        .forEach(verb -> verb.getCommandSpec().versionProvider(new Version()));
    Failures failures = new Failures(surroundings.err(), root::isDebug);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setParameterExceptionHandler(new UsageFaults())
        .setExecutionExceptionHandler((fault, verb, parsed) -> failures.report(fault));
  }
}
