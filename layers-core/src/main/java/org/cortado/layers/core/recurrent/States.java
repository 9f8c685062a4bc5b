package org.cortado.layers.core.recurrent;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.CarriedState;
import org.cortado.api.LayerContext;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** Where the states come from and where they go. */
final class States {

  static final int H = 0;
  static final int C = 1;

  private final Connections connections;
  private final List<CarriedState> carried;
  private List<Blob> bottom = List.of();
  private List<Blob> top = List.of();

  States(Connections connections, LayerContext context) {
    this.connections = connections;
    carried =
        IntStream.range(0, connections.states())
            .mapToObj(state -> context.carried("state " + state))
            .toList();
  }

  void reshape(Extent extent, List<Blob> tops) {
    if (connections.exposed()) {
      for (int state = 0; state < connections.states(); state++) {
        tops.get(connections.stateTop(state)).reshape(extent.step(extent.units()));
      }
    } else {
      carried.forEach(state -> state.reshape(extent.step(extent.units())));
    }
  }

  /** Begins a forward pass. */
  void begin(List<Blob> bottoms, List<Blob> tops) {
    open(bottoms, tops);
    if (!connections.exposed()) {
      for (int state = 0; state < carried.size(); state++) {
        carried.get(state).begin();
      }
    }
  }

  /** Says which blobs the states are in. */
  void open(List<Blob> bottoms, List<Blob> tops) {
    bottom = bottoms;
    top = tops;
  }

  /** Returns which streams go on, at each step. */
  Tensor cont() {
    return bottom.get(Connections.CONT).data();
  }

  Tensor start(int state) {
    return connections.exposed()
        ? bottom.get(connections.stateBottom(state)).data()
        : carried.get(state).start();
  }

  Tensor end(int state) {
    return connections.exposed()
        ? top.get(connections.stateTop(state)).data()
        : carried.get(state).end();
  }

  /** Writes the gradient of what the last step ended with; none comes from the next sweep. */
  void endDiff(int state, Tensor to) {
    if (connections.exposed()) {
      to.copyFrom(top.get(connections.stateTop(state)).diff());
    } else {
      to.clear();
    }
  }

  /** Returns whether the gradient of a state that the first step starts from is wanted. */
  boolean wantsStartDiff(int state, boolean[] propagateDown) {
    return connections.exposed() && propagateDown[connections.stateBottom(state)];
  }

  /** Returns where that gradient belongs. */
  Tensor startDiff(int state) {
    return bottom.get(connections.stateBottom(state)).diff();
  }
}
