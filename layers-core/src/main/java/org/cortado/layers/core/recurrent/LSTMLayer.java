package org.cortado.layers.core.recurrent;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.option.Help;
import org.cortado.api.window.ReceptiveField;

/**
 * Reads sequences with units that decide what to keep: with {@code (i, f, o, g) = (σ, σ, σ,
 * tanh)(W_xc · x_t + b_c + W_xc_static · x_static + W_hc · (cont_t · h_{t−1}))}, the memory is
 * {@code c_t = f · (cont_t · c_{t−1}) + i · g} and the output {@code h_t = o · tanh(c_t)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [T x N x …]}, {@code T} steps of {@code N} streams; the number
 *       of inputs is fixed at set-up, {@code T} and {@code N} are not
 *   <li>bottom 1, {@code cont}: {@code [T x N]}, 0 where a sequence begins, 1 where it goes on; it
 *       takes no gradient
 *   <li>the next bottom, if it is there, {@code x_static}: {@code [N x …]}, the same at each step
 *   <li>with {@code expose_hidden} two more, {@code h_0} and {@code c_0}: {@code [1 x N x D]}
 *   <li>top 0, {@code h}: {@code [T x N x D]}, {@code D} being {@code num_output}
 *   <li>with {@code expose_hidden} two more, {@code h_T} and {@code c_T}: {@code [1 x N x D]}
 *   <li>backward: through all steps at hand, to all bottoms but {@code cont} and to all parameters
 *   <li>parameters, in Caffe's order: {@code W_xc [4D x I]}, {@code b_c [4D]}, {@code W_xc_static
 *       [4D x S]} if there is a static input, {@code W_hc [4D x D]}; the rows are all of {@code i},
 *       then of {@code f}, {@code o} and {@code g}
 * </ul>
 *
 * <p>Without {@code expose_hidden} a sweep starts from the states that the one before it ended
 * with; no gradient goes that way. The sweep before is that of the net's iteration before: run
 * again in one iteration, a sweep starts from the same states again. The first one, one after any
 * other iteration, and one with another number of streams starts from zeros.
 *
 * <p>Caffe's LSTM, but for this: there {@code T} is frozen at set-up; every forward pass moves the
 * states on; exposed states neither get nor give a gradient; a NaN outlives the end of its
 * sequence. There is no {@code debug_info}.
 */
@LayerType(
    name = "LSTM",
    bottoms = 2,
    maxBottoms = 5,
    maxTops = 3,
    bottomNames = {"x", "cont", "x_static or h_0", "h_0 or c_0", "c_0"},
    topNames = {"h", "h_T", "c_T"},
    backwardReads = Reads.BOTTOM_DATA,
    noGradient = Connections.CONT,
    claims = Claim.MIXES_ITEMS)
@Help("reads sequences with units that decide by gates what to keep")
public final class LSTMLayer implements Layer {

  private final Recurrence recurrence;

  @Inject
  LSTMLayer(RecurrentOptions options, LayerContext context, Backend backend) {
    recurrence = new Recurrence(new LstmCell(), options, context, backend);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    recurrence.setUp(bottom, top);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Extent extent = recurrence.reshape(bottom, top);
    top.get(0).reshape(extent.all(extent.units()));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    recurrence.forward(bottom, top, top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    recurrence.backward(top, propagateDown, bottom, top.get(0).diff());
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return recurrence.multiplyAdds(bottom);
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.WHOLE;
  }

  @Override
  public List<Blob> parameters() {
    return recurrence.parameters();
  }

  @Override
  public void close() {
    recurrence.close();
  }
}
