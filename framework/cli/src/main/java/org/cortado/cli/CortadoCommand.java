package org.cortado.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code cortado} without a verb. */
@Command(
    name = "cortado",
    mixinStandardHelpOptions = true,
    description = "Trains, tests and runs neural nets that YAML files define.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:good",
      "1:a fault of Cortado's own, or of the machine",
      "2:the command line is wrong",
      "3:a definition is wrong",
      "4:data are missing or wrong",
      "5:numbers are wrong: a loss is NaN or infinite, a gradient fails its check, a layer breaks"
          + " its contract, or a net can't learn",
      "6:weights don't go with the net",
      "7:a plug-in failed",
      "130:interrupted, with a snapshot saved"
    },
    footerHeading = "%n",
    footer = {
      "CORTADO_PLUGINS names more plug-in folders, as --plugins does.",
      "'cortado VERB --help' says more of a verb."
    })
final class CortadoCommand implements Runnable {

  static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean debug;

  /** Takes effect at once, since loggers look at the property when they are made. */
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log what happens, and show where faults come from.")
  void debug(boolean on) {
    debug = on;
    if (on) {
      System.setProperty(LOG_LEVEL, "debug");
    }
  }

  boolean isDebug() {
    return debug;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
