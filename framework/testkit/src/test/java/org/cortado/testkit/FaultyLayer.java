package org.cortado.testkit;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.cortado.api.Bottoms;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** Computes {@code y = w a² + b} of two bottoms and a parameter, but for one fault. */
@LayerType(name = "Faulty", bottoms = 2, backwardReads = Reads.BOTTOM_DATA)
@Help("w a^2 + b, but for one fault")
final class FaultyLayer implements Layer {

  enum Fault {
    NONE,
    FORGETS_AN_ELEMENT,
    WRITES_A_BOTTOM,
    COUNTS_ITS_CALLS,
    CLAIMS_TO_WORK_IN_PLACE,
    HIDES_WHAT_IT_READS,
    KEEPS_ITS_FIRST_SHAPE,
    IGNORES_THE_FLAGS,
    NEEDS_BOTH_FLAGS,
    FORGETS_A_FACTOR,
    OVERWRITES_ITS_PARAMETER
  }

  record Options(@Default("none") @Help("what is wrong") Fault fault)
      implements LayerTraits.FromOptions {
    @Override
    public LayerTraits refine(LayerTraits declared) {
      return new LayerTraits(
          fault == Fault.CLAIMS_TO_WORK_IN_PLACE,
          fault == Fault.HIDES_WHAT_IT_READS ? Set.of() : declared.backwardReads());
    }
  }

  private final Fault fault;
  private final Blob weight;
  private int calls;
  private int firstCount;

  @Inject
  FaultyLayer(Options options, LayerContext context) {
    fault = options.fault();
    weight = context.parameter(Shape.of(), new ConstantFiller(3));
  }

  @Override
  public List<Blob> parameters() {
    return List.of(weight);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
    Bottoms.requireEqual(bottom);
    firstCount = firstCount == 0 ? bottom.get(0).count() : firstCount;
  }

  private int count(List<Blob> bottom) {
    int count = bottom.get(0).count();
    return switch (fault) {
      case FORGETS_AN_ELEMENT -> count - 1;
      case KEEPS_ITS_FIRST_SHAPE -> Math.min(firstCount, count);
      default -> count;
    };
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    float w = weight.data().read().get(0);
    FloatBuffer a = bottom.get(0).data().read();
    FloatBuffer b = bottom.get(1).data().read();
    FloatBuffer y = top.get(0).data().write();
    calls += fault == Fault.COUNTS_ITS_CALLS ? 1 : 0;
    for (int i = 0; i < count(bottom); i++) {
      y.put(i, w * a.get(i) * a.get(i) + b.get(i) + calls);
    }
    if (fault == Fault.WRITES_A_BOTTOM) {
      bottom.get(1).data().update().put(0, 7);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    boolean both = propagateDown[0] && propagateDown[1];
    backwardToWeight(top, bottom);
    if (wants(propagateDown[0], both)) {
      backwardToA(top, bottom);
    }
    if (wants(propagateDown[1], both)) {
      bottom.get(1).diff().copyFrom(top.get(0).diff());
    }
  }

  private boolean wants(boolean flag, boolean both) {
    return switch (fault) {
      case IGNORES_THE_FLAGS -> true;
      case NEEDS_BOTH_FLAGS -> both;
      default -> flag;
    };
  }

  private void backwardToA(List<Blob> top, List<Blob> bottom) {
    float factor = (fault == Fault.FORGETS_A_FACTOR ? 1 : 2) * weight.data().read().get(0);
    FloatBuffer dy = top.get(0).diff().read();
    FloatBuffer a = bottom.get(0).data().read();
    FloatBuffer da = bottom.get(0).diff().write();
    for (int i = 0; i < bottom.get(0).count(); i++) {
      da.put(i, factor * a.get(i) * dy.get(i));
    }
  }

  private void backwardToWeight(List<Blob> top, List<Blob> bottom) {
    FloatBuffer dy = top.get(0).diff().read();
    FloatBuffer a = bottom.get(0).data().read();
    float sum = 0;
    for (int i = 0; i < bottom.get(0).count(); i++) {
      sum += a.get(i) * a.get(i) * dy.get(i);
    }
    FloatBuffer dw = weight.diff().update();
    dw.put(0, fault == Fault.OVERWRITES_ITS_PARAMETER ? sum : dw.get(0) + sum);
  }
}
