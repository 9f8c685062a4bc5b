package org.cortado.engine.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cortado.api.DataLayer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.MetricLayer;
import org.cortado.api.Part;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.YamlReader;

/** Makes the layers that are parts of others, of any plug-in. */
public final class PartFactory {

  private final LayerCatalogue catalogue;
  private final RecordReader reader;
  private final Backend backend;

  /** Makes a factory of parts that compute on a backend. */
  public PartFactory(LayerCatalogue catalogue, RecordReader reader, Backend backend) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.backend = backend;
  }

  /**
   * Makes a part.
   *
   * @param context what the part gets from the net; its name is the part's
   * @throws InvalidLayerException if there is no such type, or the options are wrong
   */
  public Part make(String type, Map<String, ?> options, LayerContext context) {
    LayerDeclaration declaration =
        catalogue
            .find(type)
            .orElseThrow(
                () ->
                    new InvalidLayerException(
                        "in '" + context.name() + "': " + catalogue.unknown(type)));
    String subject = "in '%s' (%s): ".formatted(context.name(), type);
    check(declaration.layerClass(), subject);
    Record read = read(options, declaration.optionsType(), subject);
    Layer layer = create(declaration, read, context, subject);
    return new Part(
        context.name(), declaration.type(), new GuardedPart(layer, declaration, subject));
  }

  /** Only a net tells its layers which batch to show, and when a test begins. */
  private static void check(Class<? extends Layer> layer, String subject) {
    if (DataLayer.class.isAssignableFrom(layer)) {
      throw new InvalidLayerException(subject + "a layer that reads data can't be a part");
    }
    if (MetricLayer.class.isAssignableFrom(layer)) {
      throw new InvalidLayerException(
          subject + "a layer that measures over a whole test can't be a part");
    }
  }

  private Layer create(
      LayerDeclaration declaration, Record options, LayerContext context, String subject) {
    try {
      return declaration.create(options, context, backend);
    } catch (InvalidLayerException e) {
      throw new InvalidLayerException(subject + e.getMessage());
    } catch (PluginException e) {
      throw new PluginException(subject + e.getMessage(), e);
    }
  }

  private Record read(Map<String, ?> options, Class<? extends Record> type, String subject) {
    Problems problems = new Problems();
    Optional<? extends Record> read =
        new YamlReader()
            .readMap(options, subject + "its options", problems)
            .flatMap(map -> reader.read(map, type, subject, problems));
    if (!problems.isEmpty()) {
      throw new InvalidLayerException(
          problems.sorted().stream().map(Problem::message).collect(Collectors.joining("; ")));
    }
    return read.orElseThrow();
  }
}
