package org.cortado.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.LayerFailedException;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.snapshot.SnapshotException;
import org.cortado.engine.solver.RunFolderException;

/** Tells people what ended a command, and the process with which code. */
final class Failures {

  private static final Map<Class<?>, Integer> CODES =
      Map.of(
          UsageException.class, ExitCode.USAGE,
          RunFolderException.class, ExitCode.USAGE,
          DefinitionException.class, ExitCode.DEFINITION,
          DataException.class, ExitCode.DATA,
          NumbersException.class, ExitCode.NUMBERS,
          WeightsException.class, ExitCode.WEIGHTS,
          SnapshotException.class, ExitCode.WEIGHTS,
          PluginException.class, ExitCode.PLUGIN);

  private final PrintWriter err;
  private final BooleanSupplier debug;

  /**
   * Makes one.
   *
   * @param debug whether stack traces are wanted; asked only when something failed
   */
  Failures(PrintWriter err, BooleanSupplier debug) {
    this.err = err;
    this.debug = debug;
  }

  /** Prints the fault and returns the exit code. */
  int report(Throwable fault) {
    int code = code(fault);
    err.println(code == ExitCode.INTERNAL ? internal(fault) : fault.getMessage());
    if (debug.getAsBoolean()) {
      fault.printStackTrace(err);
    }
    return code;
  }

  /** Classes are missing only where a jar was built against others. */
  private static int code(Throwable fault) {
    if (fault instanceof LayerFailedException) {
      return fault.getCause() instanceof InvalidLayerException
          ? ExitCode.DEFINITION
          : ExitCode.PLUGIN;
    }
    return fault instanceof LinkageError
        ? ExitCode.PLUGIN
        : CODES.getOrDefault(fault.getClass(), ExitCode.INTERNAL);
  }

  private String internal(Throwable fault) {
    if (fault instanceof UncheckedIOException) {
      return String.valueOf(fault.getMessage());
    }
    if (fault instanceof OutOfMemoryError) {
      return "there is not enough memory: " + fault.getMessage();
    }
    return "internal error: " + fault + hint();
  }

  private String hint() {
    return debug.getAsBoolean() ? "" : "; run again with --debug to see where it comes from";
  }
}
