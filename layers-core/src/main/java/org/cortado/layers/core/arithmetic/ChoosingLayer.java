package org.cortado.layers.core.arithmetic;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;
import org.cortado.api.window.ReceptiveField;

/** The base of a layer that leaves its work to another, chosen by its options and bottoms. */
abstract class ChoosingLayer implements Layer {

  private List<Layer> chosen = List.of();

  /** Returns who works for so many bottoms. */
  abstract Layer choose(int bottoms);

  @Override
  public final void setUp(List<Blob> bottom, List<Blob> top) {
    chosen = List.of(choose(bottom.size()));
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    chosen.get(0).reshape(bottom, top);
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    chosen.get(0).forward(bottom, top);
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    chosen.get(0).backward(top, propagateDown, bottom);
  }

  @Override
  public final ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return chosen.get(0).receptiveField(bottom, top);
  }
}
