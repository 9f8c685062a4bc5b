package org.cortado.cli;

import java.io.PrintWriter;
import org.cortado.engine.definition.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what is wrong with a command line, instead of printing all help. */
final class UsageFaults implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    CommandLine verb = fault.getCommandLine();
    PrintWriter err = verb.getErr();
    String name = verb.getCommandSpec().qualifiedName();
    if (isUnknownVerb(fault)) {
      err.println(name + ": " + unknownVerb((UnmatchedArgumentException) fault));
    } else {
      err.println(name + ": " + fault.getMessage());
      UnmatchedArgumentException.printSuggestions(fault, err);
    }
    err.println("'" + name + " --help' says what is right");
    return ExitCode.USAGE;
  }

  private static boolean isUnknownVerb(ParameterException fault) {
    return fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !fault.getCommandLine().getSubcommands().isEmpty();
  }

  private static String unknownVerb(UnmatchedArgumentException fault) {
    String verb = fault.getUnmatched().get(0);
    return "there is no verb '"
        + verb
        + "'"
        + Spelling.suggestion(verb, fault.getCommandLine().getSubcommands().keySet());
  }
}
