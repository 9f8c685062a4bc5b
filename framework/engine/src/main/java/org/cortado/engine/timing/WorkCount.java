package org.cortado.engine.timing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.NetLayer;

/**
 * Counts what a layer has to do.
 *
 * <p>A multiply-add is two operations. Backward does as many as forward for each gradient that it
 * takes of the product: that by the parameters is one, that by the bottoms another; where there are
 * no parameters, as in a MatMul, that by each bottom is one.
 *
 * <p>Each tensor that a pass needs counts once: forward the data of bottoms, parameters and tops;
 * backward the diffs of the tops, of the parameters and of the bottoms that get one, what the layer
 * declares that its backward reads, and the data of the parameters. What a layer keeps for itself
 * isn't counted. Tops that stand on a bottom's memory as they are cost nothing, nor does what waits
 * for its caller to write.
 */
final class WorkCount {

  private static final double OPERATIONS = 2;

  private final NetLayer layer;
  private final List<Blob> propagated;
  private final List<Blob> learned;

  WorkCount(NetLayer layer) {
    this.layer = layer;
    boolean[] down = layer.propagateDown();
    propagated =
        IntStream.range(0, down.length)
            .filter(bottom -> down[bottom])
            .mapToObj(layer.bottoms()::get)
            .toList();
    learned = layer.layer().parameters().stream().filter(Blob::takesGradient).toList();
  }

  Work forward() {
    double bytes =
        layer.declaration().sharesData() || isInput()
            ? 0
            : bytes(layer.bottoms(), Blob::data)
                + bytes(layer.layer().parameters(), Blob::data)
                + bytes(layer.tops(), Blob::data);
    return new Work(OPERATIONS * multiplyAdds(), bytes);
  }

  private boolean isInput() {
    return layer.type().equals(ShapedInputs.INPUT);
  }

  Work backward() {
    return new Work(OPERATIONS * gradients() * multiplyAdds(), bytesBackward());
  }

  private long multiplyAdds() {
    return layer.multiplyAdds();
  }

  private int gradients() {
    return learned.isEmpty() ? propagated.size() : 1 + Math.min(1, propagated.size());
  }

  private double bytesBackward() {
    if (passesItsDiffOn()) {
      return 0;
    }
    Set<Reads> reads = layer.traits().backwardReads();
    boolean readsTops = reads.contains(Reads.TOP_DATA) || reads.contains(Reads.TOP_SIGN);
    return bytes(differentiableTops(), Blob::diff)
        + bytes(propagated, Blob::diff)
        + bytes(learned, Blob::diff)
        + bytes(propagated.isEmpty() ? List.of() : layer.layer().parameters(), Blob::data)
        + (reads.contains(Reads.BOTTOM_DATA) ? bytes(layer.bottoms(), Blob::data) : 0)
        + (readsTops ? bytes(layer.tops(), Blob::data) : 0);
  }

  /** A Flatten's top has the diff of its bottom; a Split's tops have one each. */
  private boolean passesItsDiffOn() {
    return layer.declaration().sharesData()
        && Stream.concat(propagated.stream(), layer.tops().stream())
            .allMatch(blob -> blob.diff().sharesMemoryWith(layer.tops().get(0).diff()));
  }

  private List<Blob> differentiableTops() {
    return IntStream.range(0, layer.tops().size())
        .filter(top -> IntStream.of(layer.declaration().noGradientTops()).noneMatch(t -> t == top))
        .mapToObj(layer.tops()::get)
        .toList();
  }

  private static double bytes(List<Blob> blobs, Function<Blob, Tensor> part) {
    return blobs.stream().map(part).mapToDouble(each -> (double) Float.BYTES * each.count()).sum();
  }
}
