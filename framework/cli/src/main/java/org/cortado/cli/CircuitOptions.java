package org.cortado.cli;

import org.cortado.drawing.Drawing;
import org.cortado.drawing.Flow;
import org.cortado.drawing.Recording;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --values}, and what goes with it. */
final class CircuitOptions {

  private static final int MOST_LAYERS = 60;
  private static final int MOST_DECIMALS = 9;

  @Mixin private final ArrayOptions arrays = new ArrayOptions();

  @Option(
      names = "--values",
      description = "Draw values and gradients; for nets of at most " + MOST_LAYERS + " layers.")
  private boolean values;

  @Option(
      names = "--decimals",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many digits of a value stand behind the point (default: 2).")
  private int decimals = 2;

  boolean isAskedFor() {
    return values;
  }

  /**
   * Checks that the options go together.
   *
   * @throws UsageException if they don't
   */
  void requireSense() {
    if (!values && arrays.areGiven()) {
      throw new UsageException("--input, --param and --diff are of no use without --values");
    }
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new UsageException(
          "--decimals must be from 0 to %d, but is %d".formatted(MOST_DECIMALS, decimals));
    }
  }

  /**
   * Runs a net and draws what flowed.
   *
   * @throws UsageException if the net is too long to be read as a circuit
   */
  Drawing draw(NetDefinition definition, NetSettings settings, NetFactory factory, Flow flow) {
    requireFewLayers(definition, settings);
    SingleRun.requireInputs("--input", definition, settings.state(), arrays.inputs().keySet());
    NetSettings withArrays =
        settings.withInputs(arrays.inputShapes()).withGradientsFrom(arrays.diffs().keySet());
    try (Net net = factory.build(definition, withArrays)) {
      return Drawing.ofCircuit(net, recording(net), flow);
    }
  }

  private static void requireFewLayers(NetDefinition definition, NetSettings settings) {
    long layers =
        definition.layers().stream().filter(layer -> layer.isIn(settings.state())).count();
    if (layers > MOST_LAYERS) {
      throw new UsageException(
          "--values is for nets of at most %d layers, but net '%s' has %d"
              .formatted(MOST_LAYERS, definition.name(), layers));
    }
  }

  private Recording recording(Net net) {
    Recording recording = new Recording(decimals);
    SingleRun run = new SingleRun(net, arrays);
    run.forward(recording::forwardDone);
    run.backward(recording::backwardBegins, recording::backwardDone);
    return recording;
  }
}
