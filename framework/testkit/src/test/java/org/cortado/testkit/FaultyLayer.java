package org.cortado.testkit;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cortado.api.Bottoms;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.option.Help;

/** Computes {@code y = w a² + b + v} of two bottoms and two parameters, but for one fault. */
@LayerType(name = "Faulty", bottoms = 2, inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
@Help("w a^2 + b + v, but for one fault")
final class FaultyLayer implements Layer {

  private static final AtomicInteger MADE = new AtomicInteger();
  private static volatile float sharedWeight;

  private final FaultyOptions options;
  private final int number = MADE.incrementAndGet();
  private final LayerContext context;
  private List<Blob> parameters = List.of();
  private int calls;
  private int firstCount;
  private byte[] kept = {};

  @Inject
  FaultyLayer(FaultyOptions options, LayerContext context) {
    this.options = options;
    this.context = context;
    if (is(Fault.THROWS_WHEN_MADE)) {
      throw new IllegalStateException("no luck");
    }
  }

  private boolean is(Fault asked) {
    return options.fault() == asked;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    parameters =
        List.of(
            context.parameter(Shape.of(), new ConstantFiller(3)),
            context.parameter(Shape.of(), new ConstantFiller(0)));
  }

  @Override
  public List<Blob> parameters() {
    return is(Fault.LOSES_A_PARAMETER) ? parameters.subList(0, 1) : parameters;
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    if (!is(Fault.TAKES_ANY_SHAPE)) {
      Bottoms.requireEqual(bottom);
    }
    Blob a = bottom.get(0);
    top.get(0).reshapeLike(a);
    firstCount = firstCount == 0 ? a.count() : firstCount;
    switch (options.fault()) {
      case SHAPES_BY_DATA -> a.data().read();
      case PLANS_ON_THE_HEAP -> kept = new byte[a.count()];
      case SIZES_AN_ARRAY -> kept = new byte[options.size()];
      case MULTIPLIES_SIZES -> calls = Math.multiplyExact(a.count(), 2);
      default -> {}
    }
  }

  private int count(List<Blob> bottom) {
    int count = bottom.get(0).count();
    return switch (options.fault()) {
      case FORGETS_AN_ELEMENT -> count - 1;
      case KEEPS_ITS_FIRST_SHAPE -> Math.min(firstCount, count);
      default -> count;
    };
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    misbehave(bottom, top);
    sharedWeight = parameter(0);
    float shift = parameter(1) + shift(bottom.get(0).data());
    FloatBuffer a = bottom.get(0).data().read();
    FloatBuffer b = bottom.get(1).data().read();
    FloatBuffer y = top.get(0).data().write();
    for (int i = 0; i < count(bottom); i++) {
      y.put(i, square(a.get(i)) + b.get(i) + shift + before(i, a));
    }
  }

  private float before(int i, FloatBuffer a) {
    return is(Fault.LOOKS_BACK_AT_WHAT_IT_OVERWROTE) && i > 0 ? a.get(i - 1) : 0;
  }

  private void misbehave(List<Blob> bottom, List<Blob> top) {
    switch (options.fault()) {
      case COUNTS_ITS_CALLS -> calls++;
      case WRITES_A_BOTTOM -> bottom.get(1).data().update().put(0, 7);
      case WRITES_A_PARAMETER -> parameters.get(1).data().write().put(0, 7);
      case CHANGES_ITS_SHAPE -> top.get(0).reshape(Shape.of(bottom.get(0).count()));
      case TRIPS_OVER_AN_EMPTY_BATCH -> bottom.get(0).data().read().get(0);
      case ALLOCATES -> kept = new byte[1];
      default -> {}
    }
  }

  private float shift(Tensor a) {
    return switch (options.fault()) {
      case COUNTS_ITS_CALLS -> calls;
      case COUNTS_ITS_KIND -> number;
      case MIXES_ITEMS -> a.read().get(a.count() - 1);
      default -> 0;
    };
  }

  private float square(float a) {
    while (is(Fault.WAITS_FOR_AN_INFINITY_TO_PASS) && Float.isInfinite(a)) {
      LockSupport.parkNanos(1_000_000);
    }
    if (is(Fault.TRIPS_OVER_INFINITY) && Float.isInfinite(a)) {
      throw new ArithmeticException("infinite");
    }
    return is(Fault.SWALLOWS_NAN) && Float.isNaN(a) ? 0 : parameter(0) * a * a;
  }

  private float parameter(int index) {
    return parameters.get(index).data().read().get(0);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (is(Fault.THROWS_IN_BACKWARD)) {
      throw new UnsupportedOperationException("later");
    }
    boolean both = propagateDown[0] && propagateDown[1];
    backwardToParameters(top, bottom);
    if (wants(propagateDown[0], both)) {
      backwardToA(top, bottom);
    }
    if (wants(propagateDown[1], both)) {
      bottom.get(1).diff().copyFrom(top.get(0).diff());
    }
    if (is(Fault.WRITES_THE_DIFF_OF_A_TOP)) {
      top.get(0).diff().update().put(1, kept.length);
    }
  }

  private boolean wants(boolean flag, boolean both) {
    return switch (options.fault()) {
      case IGNORES_THE_FLAGS -> true;
      case NEEDS_BOTH_FLAGS -> both;
      default -> flag;
    };
  }

  private void backwardToA(List<Blob> top, List<Blob> bottom) {
    float w = is(Fault.SHARES_WITH_ITS_KIND) ? sharedWeight : parameter(0);
    float factor = is(Fault.FORGETS_A_FACTOR) ? w : 2 * w;
    FloatBuffer dy = top.get(0).diff().read();
    FloatBuffer a = bottom.get(0).data().read();
    FloatBuffer da = bottom.get(0).diff().write();
    for (int i = 0; i < bottom.get(0).count(); i++) {
      da.put(i, factor * a.get(i) * dy.get(i));
    }
  }

  private void backwardToParameters(List<Blob> top, List<Blob> bottom) {
    FloatBuffer dy = top.get(0).diff().read();
    FloatBuffer a = bottom.get(0).data().read();
    float squares = 0;
    float sum = is(Fault.READS_MORE_THAN_SIGNS) ? top.get(0).data().read().get(0) : 0;
    for (int i = 0; i < bottom.get(0).count(); i++) {
      squares += a.get(i) * a.get(i) * dy.get(i);
      sum += dy.get(i);
    }
    add(squares, parameters.get(0).diff());
    add(sum, parameters.get(1).diff());
  }

  private void add(float sum, Tensor diff) {
    FloatBuffer dw = diff.update();
    dw.put(0, is(Fault.OVERWRITES_ITS_PARAMETER) ? sum : dw.get(0) + sum);
  }
}
