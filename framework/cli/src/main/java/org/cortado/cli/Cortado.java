package org.cortado.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cortado.api.Claim;
import org.cortado.api.Phase;
import org.cortado.drawing.Flow;
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
    Failures failures = new Failures(surroundings.err(), root::isDebug);
    CommandLine line = new CommandLine(root);
    verbs(surroundings, arguments).forEach(verb -> line.addSubcommand(verb.get()));
    line.getSubcommands()
        .values()
        .forEach(verb -> verb.getCommandSpec().versionProvider(new Version()));
    registerWords(line);
    line.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setParameterExceptionHandler(new UsageFaults())
        .setExecutionExceptionHandler((fault, verb, parsed) -> failures.report(fault));
    try {
      return line.execute(arguments);
    } catch (Error e) {
      return failures.report(e);
    }
  }

  private static void registerWords(CommandLine line) {
    line.registerConverter(Phase.class, new EnumWords<>(Phase.class))
        .registerConverter(Claim.class, new EnumWords<>(Claim.class))
        .registerConverter(Flow.class, new EnumWords<>(Flow.class))
        .registerConverter(TimeCommand.Order.class, new EnumWords<>(TimeCommand.Order.class))
        .registerConverter(SchemaCommand.Kind.class, new EnumWords<>(SchemaCommand.Kind.class))
        .registerConverter(SignalOptions.Effect.class, new EnumWords<>(SignalOptions.Effect.class));
  }

  /** Returns the verb that the first argument names alone: picocli takes long to look at each. */
  private static Collection<Supplier<Object>> verbs(
      Surroundings surroundings, String... arguments) {
    Map<String, Supplier<Object>> verbs = verbs(surroundings);
    Supplier<Object> first = arguments.length == 0 ? null : verbs.get(arguments[0]);
    return first == null ? verbs.values() : List.of(first);
  }

  private static Map<String, Supplier<Object>> verbs(Surroundings surroundings) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("train", () -> new TrainCommand(surroundings));
    verbs.put("rerun", () -> new RerunCommand(surroundings));
    verbs.put("test", () -> new TestCommand(surroundings));
    verbs.put("replay", () -> new ReplayCommand(surroundings));
    verbs.put("run", () -> new RunCommand(surroundings));
    verbs.put("report", () -> new ReportCommand(surroundings));
    verbs.put("plot", () -> new PlotCommand(surroundings));
    verbs.put("tensorboard", () -> new TensorboardCommand(surroundings));
    verbs.put("check", () -> new CheckCommand(surroundings));
    verbs.put("expand", () -> new ExpandCommand(surroundings));
    verbs.put("summary", () -> new SummaryCommand(surroundings));
    verbs.put("why", () -> new WhyCommand(surroundings));
    verbs.put("draw", () -> new DrawCommand(surroundings));
    verbs.put("diff", () -> new DiffCommand(surroundings));
    verbs.put("plan", () -> new PlanCommand(surroundings));
    verbs.put("layers", () -> new LayersCommand(surroundings));
    verbs.put("describe", () -> new DescribeCommand(surroundings));
    verbs.put("schema", () -> new SchemaCommand(surroundings));
    verbs.put("new-layer", () -> new NewLayerCommand(surroundings));
    verbs.put("time", () -> new TimeCommand(surroundings));
    verbs.put("lr", () -> new LrCommand(surroundings));
    verbs.put("find-lr", () -> new FindLrCommand(surroundings));
    verbs.put("overfit", () -> new OverfitCommand(surroundings));
    verbs.put("testkit", () -> new TestkitCommand(surroundings));
    verbs.put("gradcheck", () -> new GradcheckCommand(surroundings));
    return verbs;
  }
}
