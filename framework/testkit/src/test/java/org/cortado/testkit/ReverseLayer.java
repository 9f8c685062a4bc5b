package org.cortado.testkit;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/** Turns a blob end to end, so that what was in the first item comes into the last. */
@LayerType(
    name = "Reverse",
    backwardReads = {},
    claims = Claim.MIXES_ITEMS)
@Help("the elements in reverse order")
final class ReverseLayer implements Layer {

  @Inject
  ReverseLayer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    reverse(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      reverse(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  private static void reverse(Tensor from, Tensor to) {
    FloatBuffer x = from.read();
    FloatBuffer y = to.write();
    for (int i = 0; i < from.count(); i++) {
      y.put(from.count() - 1 - i, x.get(i));
    }
  }
}
