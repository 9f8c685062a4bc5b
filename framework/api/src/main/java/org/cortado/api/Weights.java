package org.cortado.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;

/** The parameters of a layer, in the form that operations of the backend take them in. */
public final class Weights {

  private final LayerContext context;
  private final List<Blob> blobs = new ArrayList<>();
  private final List<Tensor> values = new ArrayList<>();
  private final List<Tensor> diffs = new ArrayList<>();

  /** Makes an empty list. */
  public Weights(LayerContext context) {
    this.context = context;
  }

  /** Makes a parameter; to be called in {@code setUp}. */
  public void add(Shape shape, Filler filler) {
    Blob blob = context.parameter(shape, filler);
    blobs.add(blob);
    values.add(blob.data());
    diffs.add(blob.diff());
  }

  /** Returns the parameters, as {@link org.cortado.api.Layer#parameters} does. */
  public List<Blob> blobs() {
    return Collections.unmodifiableList(blobs);
  }

  /** Returns the data of each. */
  public List<Tensor> values() {
    return values;
  }

  /** Returns the diff of each. */
  public List<Tensor> diffs() {
    return diffs;
  }
}
