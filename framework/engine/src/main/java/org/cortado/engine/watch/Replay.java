package org.cortado.engine.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.format.Npy;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** Shows a failure again: the sweep in which it was found, on the batch that was kept. */
public final class Replay {

  private static final String INPUT = "Input";

  private final FailureFolder folder;
  private final Failure failure;

  /**
   * Reads what was kept of a failure.
   *
   * @throws org.cortado.api.DataException if the folder holds none
   */
  public Replay(FailureFolder folder) {
    this.folder = folder;
    failure = folder.read();
  }

  /** Returns the failure. */
  public Failure failure() {
    return failure;
  }

  /**
   * Returns a net in which layers that stand for the caller's arrays take the place of those that
   * fed data, so that the data need not be there.
   */
  public NetDefinition withoutData(NetDefinition net) {
    List<String> fed = failure.batch().stream().map(Failure.Fed::layer).toList();
    return net.map(
        layer ->
            fed.contains(layer.name()) ? layer.as(INPUT, MapNode.empty(layer.place())) : layer);
  }

  /** Returns the shapes of what was fed, by blob. */
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new HashMap<>();
    failure.batch().forEach(fed -> shapes.put(fed.blob(), Npy.shape(folder.batch(fed))));
    return shapes;
  }

  /**
   * Runs the sweep.
   *
   * @param net that of {@link #withoutData}, with the parameters that were kept
   */
  public Replayed run(Net net) {
    folder.readCarried(net, failure.sweep());
    net.iteration(failure.sweep());
    List<Sight> sights = new ArrayList<>();
    Trace trace = new Trace(net, sights::add);
    Optional<Finding> found = trace.forward(this::feed);
    if (found.isEmpty()) {
      found = trace.backward();
    }
    return new Replayed(failure, sights, found);
  }

  private void feed(NetLayer layer) {
    for (Failure.Fed fed : failure.batch()) {
      if (fed.layer().equals(layer.name())) {
        for (int top = 0; top < layer.tops().size(); top++) {
          if (layer.definition().tops().get(top).name().equals(fed.blob())) {
            read(fed, layer.tops().get(top));
          }
        }
      }
    }
  }

  private void read(Failure.Fed fed, Blob into) {
    Npy.read(folder.batch(fed), into.data());
  }
}
