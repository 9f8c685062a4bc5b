package org.cortado.engine.solver;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.solver.OverfitResult.ConstantOutput;

/** Finds layers whose tops have lost all that was in their bottoms, as that of a dead ReLU has. */
final class ConstantOutputs {

  private ConstantOutputs() {}

  /** Returns those of the last forward sweep of a net that shares no memory between blobs. */
  static List<ConstantOutput> of(Net net) {
    List<ConstantOutput> found = new ArrayList<>();
    for (NetLayer layer : net.layers()) {
      if (!layer.bottoms().isEmpty() && !layer.isInserted()) {
        addConstant(layer, found);
      }
    }
    return found;
  }

  private static void addConstant(NetLayer layer, List<ConstantOutput> found) {
    for (int top = 0; top < layer.tops().size(); top++) {
      Tensor data = layer.tops().get(top).data();
      if (isConstant(data)) {
        String name = layer.definition().tops().get(top).name();
        found.add(new ConstantOutput(layer.name(), name, data.read().get(0)));
      }
    }
  }

  private static boolean isConstant(Tensor data) {
    FloatBuffer values = data.read();
    for (int i = 1; i < values.limit(); i++) {
      if (values.get(i) != values.get(0)) {
        return false;
      }
    }
    return values.limit() > 1;
  }
}
