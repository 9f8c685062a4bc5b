package org.cortado.engine.solver;

import com.google.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;

/** {@code y = w · x + b}: {@code [Nx3]} to {@code [N]}; parameters {@code w [3]}, {@code b [1]}. */
@LayerType(name = "Line")
public final class LineLayer implements Layer {

  /**
   * The options.
   *
   * @param filler of the weights and the bias
   */
  public record Options(@Default("gaussian") Filler filler) {}

  private final Blob weights;
  private final Blob bias;

  @Inject
  LineLayer(Options options, LayerContext context) {
    weights = context.parameter(Shape.of(CasesLayer.INPUTS), options.filler());
    bias = context.parameter(Shape.of(1), options.filler());
  }

  @Override
  public List<Blob> parameters() {
    return List.of(weights, bias);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of(bottom.get(0).shape().dim(0)));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer x = bottom.get(0).data().read();
    FloatBuffer y = top.get(0).data().write();
    FloatBuffer w = weights.data().read();
    for (int i = 0; i < y.limit(); i++) {
      float sum = bias.data().read().get(0);
      for (int j = 0; j < CasesLayer.INPUTS; j++) {
        sum += w.get(j) * x.get(i * CasesLayer.INPUTS + j);
      }
      y.put(i, sum);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    FloatBuffer x = bottom.get(0).data().read();
    FloatBuffer dy = top.get(0).diff().read();
    FloatBuffer dw = weights.diff().update();
    FloatBuffer db = bias.diff().update();
    for (int i = 0; i < dy.limit(); i++) {
      for (int j = 0; j < CasesLayer.INPUTS; j++) {
        dw.put(j, dw.get(j) + dy.get(i) * x.get(i * CasesLayer.INPUTS + j));
      }
      db.put(0, db.get(0) + dy.get(i));
    }
  }
}
