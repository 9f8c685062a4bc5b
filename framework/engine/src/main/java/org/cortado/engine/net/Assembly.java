package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortado.api.CarriedState;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.ShapeTooLargeException;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.plugin.ContextLoader;
import org.cortado.engine.plugin.PartFactory;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.plugin.PluginFault;
import org.jspecify.annotations.Nullable;

/**
 * Makes the layers of a net and the blobs between them, and lets each layer shape its tops.
 *
 * <p>A layer that can't be made is a problem; those that depend on it are left out without a word.
 */
final class Assembly {

  private final NetSettings settings;
  private final Backend backend;
  private final NetMemory memory;
  private final RandomKeys keys;
  private final PartFactory parts;
  private final ParameterTable parameters;
  private final Problems problems;
  private final Problems dataProblems;
  private final Map<Version, Blob> blobs = new HashMap<>();
  private final Map<String, Blob> byName = new LinkedHashMap<>();
  private final Map<String, CarriedState> carried = new LinkedHashMap<>();
  private final List<NetLayer> layers = new ArrayList<>();

  Assembly(
      NetSettings settings,
      Backend backend,
      NetMemory memory,
      RandomKeys keys,
      PartFactory parts,
      ParameterTable parameters,
      Problems problems,
      Problems dataProblems) {
    this.settings = settings;
    this.backend = backend;
    this.memory = memory;
    this.keys = keys;
    this.parts = parts;
    this.parameters = parameters;
    this.problems = problems;
    this.dataProblems = dataProblems;
  }

  /** Returns the layers that could be made, in order. */
  List<NetLayer> layers() {
    return layers;
  }

  /** Returns what layers carry from sweep to sweep, by layer and purpose. */
  Map<String, CarriedState> carried() {
    return carried;
  }

  /** Returns the blobs by name in the order of production; a name's last version stands for it. */
  Map<String, Blob> blobs() {
    return byName;
  }

  /** Returns the blob that holds what a layer writes, which was made. */
  Blob blob(Version version) {
    return Objects.requireNonNull(blobs.get(version));
  }

  /**
   * Makes a layer if it can be made.
   *
   * @throws PluginException if its code fails in a way that the file can't be blamed for
   */
  void add(WiredLayer wired) {
    boolean possible =
        !wired.layer().isBroken() && wired.bottoms().stream().allMatch(blobs::containsKey);
    if (possible) {
      LayerDefinition definition = wired.layer().definition();
      try {
        make(wired);
      } catch (InvalidLayerException | ShapeTooLargeException e) {
        problems.add(definition.place(), definition.subject() + e.getMessage());
      } catch (DataException e) {
        dataProblems.add(definition.place(), definition.subject() + e.getMessage());
      } catch (LayerFailedException e) {
        throw new PluginException(definition.place() + ": " + e.getMessage(), e);
      } catch (PluginException e) {
        throw new PluginException(
            definition.place() + ": " + definition.subject() + e.getMessage(), e);
      } catch (RuntimeException e) {
        throw new PluginException(
            "%s: %scan't be built by %s: %s"
                .formatted(
                    definition.place(),
                    definition.subject(),
                    wired.layer().declaration().origin(),
                    PluginFault.told(wired.layer().declaration().layerClass(), e)),
            e);
      }
    }
  }

  private void make(WiredLayer wired) {
    ResolvedLayer resolved = wired.layer();
    List<Blob> bottoms =
        wired.bottoms().stream().map(blobs::get).map(Objects::requireNonNull).toList();
    List<Blob> tops = new ArrayList<>();
    for (int i = 0; i < wired.tops().size(); i++) {
      tops.add(top(resolved.definition(), i, bottoms));
    }
    BuildContext context = new BuildContext(wired.name(), settings.phase(), memory, keys, parts);
    Layer layer = resolved.declaration().create(resolved.options(), context, backend);
    NetLayer made = new NetLayer(wired, layer, bottoms, tops);
    layers.add(made);
    attempt(
        made,
        "set-up",
        () -> ContextLoader.run(layer.getClass(), () -> layer.setUp(made.bottoms(), made.tops())));
    attempt(made, "reshape", made::reshape);
    attempt(made, "parameters()", () -> requireParameters(made));
    parameters.add(made, context);
    context.carried().forEach(this::addCarried);
    publish(wired, made);
  }

  /** What the file can be blamed for goes through; all else is the layer's own fault. */
  private static void attempt(NetLayer layer, String call, Runnable code) {
    try {
      code.run();
    } catch (InvalidLayerException | ShapeTooLargeException | DataException | PluginException e) {
      throw e;
    } catch (Throwable e) {
      throw LayerFault.of(layer, e, call);
    }
  }

  private void addCarried(String key, CarriedState state) {
    if (carried.putIfAbsent(key, state) != null) {
      throw new IllegalStateException("'" + key + "' is carried by two layers");
    }
  }

  private static void requireParameters(NetLayer made) {
    @Nullable List<Blob> parameters = made.layer().parameters();
    if (parameters == null || parameters.stream().anyMatch(Objects::isNull)) {
      throw new PluginException(
          made.wired().layer().declaration().origin()
              + ": parameters() returns null; a layer that learns nothing returns List.of()");
    }
  }

  /** A top that bears a bottom's name is that bottom's blob. */
  private Blob top(LayerDefinition definition, int index, List<Blob> bottoms) {
    String name = definition.tops().get(index).name();
    for (int i = 0; i < bottoms.size(); i++) {
      if (definition.bottoms().get(i).name().equals(name)) {
        return bottoms.get(i);
      }
    }
    return new Blob(settings.inputShapes().getOrDefault(name, Shape.of()), memory);
  }

  private void publish(WiredLayer wired, NetLayer made) {
    for (int i = 0; i < wired.tops().size(); i++) {
      blobs.put(wired.tops().get(i), made.tops().get(i));
      if (!wired.tops().get(i).isBranch()) {
        byName.put(wired.tops().get(i).blob(), made.tops().get(i));
      }
    }
  }
}
