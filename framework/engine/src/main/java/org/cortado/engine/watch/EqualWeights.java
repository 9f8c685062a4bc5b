package org.cortado.engine.watch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/**
 * Finds weights that are all equal before a training, so that all units of a layer learn the same.
 *
 * <p>The last weights of a net may well begin so: the loss tells their units apart. Nor is there
 * anything wrong with a blob that is no matrix but goes element by element with its bottom.
 */
public final class EqualWeights {

  private EqualWeights() {}

  /** Returns what there is to warn of. */
  public static List<Warning> of(Net net) {
    List<Parameter> matrices =
        net.parameters().stream().filter(each -> isMatrix(net.layer(each.layer()), each)).toList();
    List<Warning> warnings = new ArrayList<>();
    for (Parameter matrix : matrices.subList(0, Math.max(0, matrices.size() - 1))) {
      if (isLevel(matrix.blob())) {
        warnings.add(warning(net.layer(matrix.layer()), matrix));
      }
    }
    return warnings;
  }

  private static boolean isMatrix(NetLayer layer, Parameter parameter) {
    Shape shape = parameter.blob().shape();
    return parameter.lrMult() != 0
        && shape.axes() >= 2
        && shape.dim(0) > 1
        && !layer.bottoms().isEmpty()
        && !endsIn(layer.bottoms().get(0).shape(), shape);
  }

  private static boolean endsIn(Shape whole, Shape end) {
    int axes = whole.axes();
    return end.axes() <= axes
        && whole.dims().subList(axes - end.axes(), axes).equals(end.dims())
        && end.axes() < axes;
  }

  private static boolean isLevel(Blob blob) {
    FloatBuffer values = blob.data().read();
    for (int i = 1; i < values.limit(); i++) {
      if (values.get(i) != values.get(0)) {
        return false;
      }
    }
    return true;
  }

  private static Warning warning(NetLayer layer, Parameter parameter) {
    return new Warning(
        "equal weights/" + parameter.key(),
        "all weights '%s' %s of layer '%s' (%s) are %s to begin with, so that its outputs will all learn the same; a filler such as xavier or msra tells them apart"
            .formatted(
                parameter.key(),
                parameter.blob().shape(),
                layer.name(),
                layer.type(),
                Figure.of(parameter.blob().data().read().get(0))));
  }
}
