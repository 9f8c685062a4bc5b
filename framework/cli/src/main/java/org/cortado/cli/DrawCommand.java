package org.cortado.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.drawing.Drawing;
import org.cortado.drawing.Flow;
import org.cortado.drawing.PictureFormat;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado draw}. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = {
      "Draw a net: its layers, the blocks they come from, and the blobs' shapes.",
      "With --values, run it forward and backward, and draw it as a circuit of gates, with the"
          + " values above the wires and the gradients below."
    })
final class DrawCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final FileOptions files = new FileOptions();
  @Mixin private final CircuitOptions circuit = new CircuitOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "A net's or a solver's file.")
  private Path file = Path.of("");

  @Option(
      names = "--phase",
      paramLabel = "train|test",
      defaultValue = "train",
      description = "What the net is drawn for (default: train).")
  private Phase phase = Phase.TRAIN;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The picture, to be FILE.svg or FILE.png (default: NET.svg, in this folder).")
  private @Nullable Path out;

  @Option(
      names = "--direction",
      paramLabel = "down|right",
      description = "Where the layers go (default: down; with --values right).")
  private @Nullable Flow direction;

  DrawCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    Path picture = Optional.ofNullable(out).orElseGet(this::outByDefault);
    PictureFormat format = format(picture);
    circuit.requireSense();
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    Drawing drawing = draw(files.require(file, catalogue), catalogue);
    drawing.write(picture, format);
    print(drawing, picture, output);
    return ExitCode.GOOD;
  }

  private Path outByDefault() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return Path.of((dot > 0 ? name.substring(0, dot) : name) + PictureFormat.SVG.ending());
  }

  private static PictureFormat format(Path picture) {
    return PictureFormat.of(picture)
        .orElseThrow(
            () ->
                new UsageException(
                    "--out must end in .svg or .png, but is '%s'".formatted(picture)));
  }

  private Drawing draw(NetSource source, LayerCatalogue catalogue) {
    NetSettings settings = source.settings(phase);
    Optional<Flow> asked = Optional.ofNullable(direction);
    try (Backend backend = Backends.openForPlans()) {
      NetFactory factory = new NetFactory(catalogue, backend);
      return circuit.isAskedFor()
          ? circuit.draw(source.net(), settings, factory, asked.orElse(Flow.RIGHT))
          : plan(source.net(), settings, factory, asked.orElse(Flow.DOWN));
    }
  }

  private static Drawing plan(
      NetDefinition definition, NetSettings settings, NetFactory factory, Flow flow) {
    try (Net net = factory.plan(definition, settings)) {
      return Drawing.of(net, flow);
    }
  }

  private static void print(Drawing drawing, Path picture, Output output) {
    output.say(
        "%s: %d layers, %d x %d points"
            .formatted(picture, drawing.layers(), drawing.width(), drawing.height()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", picture.toString());
    object.put("layers", drawing.layers());
    object.put("width", drawing.width());
    object.put("height", drawing.height());
    output.json(object);
  }
}
