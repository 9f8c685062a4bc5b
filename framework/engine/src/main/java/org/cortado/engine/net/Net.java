package org.cortado.engine.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cortado.api.CarriedState;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.Spelling;

/**
 * Layers in order, the blobs between them, and the sweeps through both.
 *
 * <p>Used by one thread at a time. Owns its layers and its memory: nothing of it may be used after
 * {@link #close}.
 */
public final class Net implements AutoCloseable {

  private final String name;
  private final Phase phase;
  private final List<NetLayer> layers;
  private final Map<String, NetLayer> layersByName = new LinkedHashMap<>();
  private final Map<String, Blob> blobs;
  private final Map<String, Blob> outputs;
  private final List<Parameter> parameters;
  private final Sweep sweep;

  /** What outlives a single call: the iteration, the memory, what one sweep hands to the next. */
  static final class Sweep {
    private final NetMemory memory;
    private final Map<String, CarriedState> carried = new LinkedHashMap<>();
    private long iteration;

    Sweep(NetMemory memory) {
      this.memory = memory;
    }

    long iteration() {
      return iteration;
    }

    void add(Map<String, CarriedState> ofLayer) {
      carried.putAll(ofLayer);
    }
  }

  Net(
      String name,
      Phase phase,
      List<NetLayer> layers,
      Map<String, Blob> blobs,
      Map<String, Blob> outputs,
      List<Parameter> parameters,
      Sweep sweep) {
    this.name = name;
    this.phase = phase;
    this.layers = List.copyOf(layers);
    this.blobs = Collections.unmodifiableMap(new LinkedHashMap<>(blobs));
    this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    this.parameters = List.copyOf(parameters);
    this.sweep = sweep;
    layers.forEach(layer -> layersByName.put(layer.name(), layer));
  }

  /** Returns the net's name. */
  public String name() {
    return name;
  }

  /** Returns what the net is run for. */
  public Phase phase() {
    return phase;
  }

  /** Returns all layers in the order in which they run, splits included. */
  public List<NetLayer> layers() {
    return layers;
  }

  /**
   * Returns a layer.
   *
   * @throws NoSuchElementException if there is none of that name, with the nearest name
   */
  public NetLayer layer(String layer) {
    return Optional.ofNullable(layersByName.get(layer))
        .orElseThrow(() -> missing("layer", layer, layersByName));
  }

  /**
   * Returns a blob.
   *
   * @throws NoSuchElementException if there is none of that name, with the nearest name
   */
  public Blob blob(String blob) {
    return Optional.ofNullable(blobs.get(blob)).orElseThrow(() -> missing("blob", blob, blobs));
  }

  private NoSuchElementException missing(String what, String wanted, Map<String, ?> present) {
    return new NoSuchElementException(
        "net '%s' has no %s '%s'%s"
            .formatted(name, what, wanted, Spelling.suggestion(wanted, present.keySet())));
  }

  /** Returns the names of all blobs in the order of production. */
  public List<String> blobNames() {
    return List.copyOf(blobs.keySet());
  }

  /** Returns the blobs that no layer reads, in the order of production. */
  public Map<String, Blob> outputs() {
    return outputs;
  }

  /** Returns the learned blobs in the order of their layers, each once, with its owner. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns their values by the names that weight files use, in the same order. */
  public Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach(each -> weights.put(each.key(), each.blob().data()));
    return weights;
  }

  Optional<Blob> parameterBlob(String layer, int index) {
    return Optional.ofNullable(layersByName.get(layer))
        .map(each -> each.layer().parameters())
        .filter(each -> index < each.size())
        .map(each -> each.get(index));
  }

  /** Returns the layers that feed data, in order. */
  public List<DataFeed> dataLayers() {
    return layers.stream().flatMap(layer -> DataFeed.of(layer).stream()).toList();
  }

  /** Makes the next forward sweep show the given batch, counted from 0. */
  public void seek(long batch) {
    dataLayers().forEach(layer -> layer.seek(batch));
  }

  /** Returns what layers carry from sweep to sweep, by layer and purpose: {@code lstm/state 0}. */
  public Map<String, CarriedState> carried() {
    return Collections.unmodifiableMap(sweep.carried);
  }

  /**
   * Sets the iteration, which the layers' random numbers and what they carry from one sweep to the
   * next depend on.
   */
  public void iteration(long iteration) {
    sweep.iteration = iteration;
  }

  /**
   * Runs all layers forward.
   *
   * @throws LayerFailedException if a layer fails
   * @throws org.cortado.api.DataException if data are missing or wrong
   */
  public void forward() {
    forward(0, layers.size());
  }

  /** Runs the layers {@code from} to {@code to - 1} forward. */
  public void forward(int from, int to) {
    for (int i = from; i < to; i++) {
      layers.get(i).forward();
    }
  }

  /**
   * Runs all layers backward, from the losses down; the diffs of parameters are added to.
   *
   * @throws LayerFailedException if a layer fails
   * @throws IllegalStateException if a layer works in place as it may only where no gradient is
   *     wanted: in the test phase with nothing forced
   */
  public void backward() {
    backward(0, layers.size());
  }

  /**
   * Runs the layers {@code to - 1} down to {@code from} backward.
   *
   * <p>The diffs that layers above would have written are taken as they are. To a diff that the
   * caller writes, the loss weight of its blob is added.
   */
  public void backward(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      layers.get(i).backward();
    }
  }

  /**
   * Returns the total loss of the last forward sweep: the sum of all tops by their loss weights.
   */
  public double loss() {
    double loss = 0;
    for (NetLayer layer : layers) {
      loss += layer.loss();
    }
    return loss;
  }

  /** Returns whether there is anything to learn from: a top that counts in the loss. */
  public boolean hasLoss() {
    return layers.stream().anyMatch(layer -> layer.lossWeights().stream().anyMatch(w -> w != 0));
  }

  /** Makes the diffs of all parameters 0. */
  public void clearParameterDiffs() {
    for (Parameter parameter : parameters) {
      parameter.blob().diff().clear();
    }
  }

  /** Closes every layer, even if one of them fails to, and gives all memory back. */
  @Override
  public void close() {
    close(layers, sweep.memory);
  }

  static void close(List<NetLayer> layers, NetMemory memory) {
    try (memory) {
      RuntimeException first = null;
      for (NetLayer layer : layers) {
        try {
          layer.layer().close();
        } catch (Throwable e) { // A plug-in's code may throw anything.
          first = first == null ? LayerFault.of(layer, e, "close") : first;
        }
      }
      if (first != null) {
        throw first;
      }
    }
  }
}
