package org.cortado.layers.core.recurrent;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;
import org.cortado.api.window.ReceptiveField;

/**
 * Reads sequences with a state that each step changes: {@code h_t = tanh(W_xh · x_t + b_h +
 * W_xh_static · x_static + W_hh · (cont_t · h_{t−1}))}, {@code o_t = tanh(W_ho · h_t + b_o)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [T x N x …]}, {@code T} steps of {@code N} streams; the number
 *       of inputs is fixed at set-up, {@code T} and {@code N} are not
 *   <li>bottom 1, {@code cont}: {@code [T x N]}, 0 where a sequence begins, 1 where it goes on; it
 *       takes no gradient
 *   <li>the next bottom, if it is there, {@code x_static}: {@code [N x …]}, the same at each step
 *   <li>with {@code expose_hidden} one more, {@code h_0}: {@code [1 x N x D]}
 *   <li>top 0, {@code o}: {@code [T x N x D]}, {@code D} being {@code num_output}
 *   <li>with {@code expose_hidden} one more, {@code h_T}: {@code [1 x N x D]}
 *   <li>backward: through all steps at hand, to all bottoms but {@code cont} and to all parameters
 *   <li>parameters, in Caffe's order: {@code W_xh [D x I]}, {@code b_h [D]}, {@code W_xh_static [D
 *       x S]} if there is a static input, {@code W_hh [D x D]}, {@code W_ho [D x D]}, {@code b_o
 *       [D]}
 * </ul>
 *
 * <p>Caffe's RNN; how the state is carried from sweep to sweep, and what is better here than there,
 * {@link LSTMLayer} says.
 */
@LayerType(
    name = "RNN",
    bottoms = 2,
    maxBottoms = 4,
    maxTops = 2,
    bottomNames = {"x", "cont", "x_static or h_0", "h_0"},
    topNames = {"o", "h_T"},
    noGradient = Connections.CONT,
    claims = Claim.MIXES_ITEMS)
@Help("reads sequences with a state that each step changes")
public final class RNNLayer implements Layer {

  private final Recurrence recurrence;
  private final RecurrentOptions options;
  private final Projection output;
  private final Prepared<Elementwise.Spec, Elementwise> tanh;
  private final Tensor h;
  private final Tensor dh;
  private final Tensor beforeTanh;

  @Inject
  RNNLayer(RecurrentOptions options, LayerContext context, Backend backend) {
    this.options = options;
    recurrence = new Recurrence(new TanhCell(), options, context, backend);
    output = new Projection(options, context, backend);
    tanh = new Prepared<>(backend::elementwise, Elementwise::close);
    h = context.tensor(Shape.of(0));
    dh = context.tensor(Shape.of(0));
    beforeTanh = context.tensor(Shape.of(0));
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    recurrence.setUp(bottom, top);
    output.setUp(options.numOutput(), options.numOutput(), true);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Extent extent = recurrence.reshape(bottom, top);
    Shape all = extent.all(extent.units());
    top.get(0).reshape(all);
    h.reshape(all);
    dh.reshape(all);
    beforeTanh.reshape(all);
    output.reshape(extent.rows());
    tanh.prepare(new Elementwise.Spec(Elementwise.Function.TANH, 0, all.count()));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    recurrence.forward(bottom, top, h);
    Tensor o = top.get(0).data();
    output.forward(h, o);
    tanh.operation().forward(o, o);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    tanh.operation().backward(top.get(0).data(), top.get(0).diff(), beforeTanh);
    output.backwardParameters(h, beforeTanh);
    output.backwardData(beforeTanh, dh);
    recurrence.backward(top, propagateDown, bottom, dh);
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return recurrence.multiplyAdds(bottom) + output.multiplyAdds();
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.WHOLE;
  }

  @Override
  public List<Blob> parameters() {
    List<Blob> all = new ArrayList<>(recurrence.parameters());
    all.addAll(output.parameters());
    return all;
  }

  @Override
  public void close() {
    recurrence.close();
    output.close();
    tanh.close();
  }
}
