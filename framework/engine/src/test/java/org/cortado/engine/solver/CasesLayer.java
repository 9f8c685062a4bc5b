package org.cortado.engine.solver;

import com.google.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.DataLayer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;

/**
 * Feeds made-up cases: inputs {@code [Nx3]}, targets {@code [N]}, the cases' numbers {@code [N]}.
 */
@LayerType(name = "Cases", bottoms = 0, tops = 3, differentiable = false)
public final class CasesLayer implements DataLayer {

  static final int INPUTS = 3;

  /**
   * The options.
   *
   * @param count how many cases there are
   * @param batchSize how many at a time
   * @param overshoot whether to go on beyond the end of a test, as a data layer must not
   */
  public record Options(int count, int batchSize, @Default("false") boolean overshoot) {}

  private final Options options;
  private final boolean stopsAtEnd;
  private long batch;

  @Inject
  CasesLayer(Options options, LayerContext context) {
    this.options = options;
    stopsAtEnd = context.phase() == Phase.TEST && !options.overshoot();
  }

  static float input(int item, int j) {
    return (Math.floorMod(item * 7 + j * 5, 11) - 5) / 5f;
  }

  static float target(int item) {
    return Math.floorMod(item * 3, 7) / 7f + input(item, 1);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    shape(top, options.batchSize());
  }

  private static void shape(List<Blob> top, int items) {
    top.get(0).reshape(Shape.of(items, INPUTS));
    top.get(1).reshape(Shape.of(items));
    top.get(2).reshape(Shape.of(items));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    int size = options.batchSize();
    int batches = (options.count() + size - 1) / size;
    int first = Math.toIntExact(stopsAtEnd ? batch % batches : batch) * size;
    int items = stopsAtEnd ? Math.min(size, options.count() - first) : size;
    shape(top, items);
    fill(top, first, options.count());
    batch++;
  }

  static void fill(List<Blob> top, int first, int count) {
    FloatBuffer x = top.get(0).data().write();
    FloatBuffer t = top.get(1).data().write();
    FloatBuffer number = top.get(2).data().write();
    for (int i = 0; i < t.limit(); i++) {
      int item = (first + i) % count;
      for (int j = 0; j < INPUTS; j++) {
        x.put(i * INPUTS + j, input(item, j));
      }
      t.put(i, target(item));
      number.put(i, item);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public long itemCount() {
    return options.count();
  }

  @Override
  public void seek(long next) {
    batch = next;
  }
}
