package org.cortado.engine.solver;

import com.google.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** Feeds the same cases again and again and has no notion of a set of them. */
@LayerType(name = "FixedCases", bottoms = 0, tops = 3, differentiable = false)
public final class FixedCasesLayer implements Layer {

  private static final int ITEMS = 4;

  @Inject
  FixedCasesLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of(ITEMS, CasesLayer.INPUTS));
    top.get(1).reshape(Shape.of(ITEMS));
    top.get(2).reshape(Shape.of(ITEMS));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    CasesLayer.fill(top, 0, ITEMS);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
