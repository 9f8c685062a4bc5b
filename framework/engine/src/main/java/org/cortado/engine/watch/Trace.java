package org.cortado.engine.watch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.blob.Blob;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/**
 * Runs one sweep layer by layer and looks at each tensor as soon as it is written, up to the first
 * that isn't finite.
 *
 * <p>Blobs share memory, so that after a sweep few of them still hold what they held. What was seen
 * of each is kept in mind: a layer that works in place leaves nothing else of its bottom.
 */
public final class Trace {

  private final Net net;
  private final Consumer<Sight> eye;
  private final IdentityHashMap<Blob, Parameter> parameters = new IdentityHashMap<>();
  private final IdentityHashMap<Blob, Sight> data = new IdentityHashMap<>();
  private final IdentityHashMap<Blob, Sight> diffs = new IdentityHashMap<>();

  /**
   * Makes one for the sweep that the net's iteration says.
   *
   * @param eye is shown what is seen, but not the branches of a blob that several layers read
   */
  public Trace(Net net, Consumer<Sight> eye) {
    this.net = net;
    this.eye = eye;
    net.parameters().forEach(parameter -> parameters.put(parameter.blob(), parameter));
  }

  /**
   * Runs forward.
   *
   * @param ran is told of each layer that has run, before its tops are looked at
   * @return the first top that isn't finite, if there is one
   */
  public Optional<Finding> forward(Consumer<NetLayer> ran) {
    List<NetLayer> layers = net.layers();
    for (int i = 0; i < layers.size(); i++) {
      NetLayer layer = layers.get(i);
      net.forward(i, i + 1);
      ran.accept(layer);
      for (int top = 0; top < layer.tops().size(); top++) {
        Optional<Finding> found = lookAtTop(layer, top);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> lookAtTop(NetLayer layer, int top) {
    Blob blob = layer.tops().get(top);
    Sight sight = sight(layer, layer.definition().tops().get(top).name(), Side.DATA, blob);
    List<Sight> sources = new ArrayList<>(seen(data, layer.bottoms()));
    sources.addAll(parameters(layer));
    data.put(blob, sight);
    return judge(layer, sight, sources);
  }

  /**
   * Runs backward, behind a forward sweep in which all was finite; the diffs of parameters are
   * cleared first.
   *
   * @return the first gradient that isn't finite, if there is one
   */
  public Optional<Finding> backward() {
    net.clearParameterDiffs();
    List<NetLayer> layers = net.layers();
    for (int i = layers.size() - 1; i >= 0; i--) {
      NetLayer layer = layers.get(i);
      if (layer.runsBackward()) {
        net.backward(i, i + 1);
        Optional<Finding> found = lookAtGradients(layer);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> lookAtGradients(NetLayer layer) {
    List<Sight> sources = new ArrayList<>(seen(diffs, layer.tops()));
    sources.addAll(seen(data, layer.bottoms()));
    sources.addAll(parameters(layer));
    List<Sight> sights = new ArrayList<>();
    boolean[] down = layer.propagateDown();
    for (int bottom = 0; bottom < down.length; bottom++) {
      if (down[bottom]) {
        Blob blob = layer.bottoms().get(bottom);
        String name = layer.definition().bottoms().get(bottom).name();
        Sight sight = sight(layer, name, Side.DIFF, blob);
        diffs.put(blob, sight);
        sights.add(sight);
      }
    }
    for (Blob blob : layer.layer().parameters()) {
      learned(blob).ifPresent(each -> sights.add(sight(layer, each.key(), Side.DIFF, blob)));
    }
    return sights.stream().flatMap(sight -> judge(layer, sight, sources).stream()).findFirst();
  }

  private Optional<Finding> judge(NetLayer layer, Sight sight, List<Sight> sources) {
    boolean finite = sight.census().isFinite();
    if (!finite || !layer.isInserted()) {
      eye.accept(sight);
    }
    return finite ? Optional.empty() : Optional.of(new Finding(sight, sources));
  }

  private static List<Sight> seen(Map<Blob, Sight> sights, List<Blob> blobs) {
    return blobs.stream().flatMap(blob -> Optional.ofNullable(sights.get(blob)).stream()).toList();
  }

  /** Averages that a layer keeps follow its bottoms and tell nothing of their fault. */
  private List<Sight> parameters(NetLayer layer) {
    return layer.layer().parameters().stream()
        .flatMap(
            blob ->
                learned(blob)
                    .map(parameter -> sight(layer, parameter.key(), Side.DATA, blob))
                    .stream())
        .toList();
  }

  private Optional<Parameter> learned(Blob blob) {
    return Optional.ofNullable(parameters.get(blob)).filter(parameter -> parameter.lrMult() != 0);
  }

  private static Sight sight(NetLayer layer, String name, Side side, Blob blob) {
    Census census = Census.of(side == Side.DATA ? blob.data() : blob.diff());
    return new Sight(layer.name(), layer.type(), name, side, census);
  }
}
