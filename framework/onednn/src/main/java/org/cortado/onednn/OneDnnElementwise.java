package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_elu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_elu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_exp_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_gelu_erf;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_gelu_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_log;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_soft_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_swish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;

/** An element-wise function by oneDNN. */
final class OneDnnElementwise implements Elementwise {

  private static final int GRAIN = 1 << 14;

  private final OneDnnEngine engine;
  private final Spec spec;
  private final Split elements;
  private final List<Tensor> operands = new ArrayList<>(1);
  private final ElementwiseLoop plain;
  private final FiniteCheck check;
  private final Lazy<SplitPass> forward = new Lazy<>(() -> split(this::forward));
  private final Lazy<SplitPass> backward = new Lazy<>(() -> split(this::backward));

  OneDnnElementwise(OneDnnEngine engine, Spec spec, Parallel parallel) {
    this.engine = engine;
    this.spec = spec;
    elements = Split.of(spec.count(), GRAIN, engine);
    boolean exp = spec.function() == Function.EXP;
    plain =
        new ElementwiseLoop(parallel, exp ? OneDnnElementwise::exp : OneDnnElementwise::rectify);
    check = new FiniteCheck(parallel);
  }

  /** Keeps NaN, which oneDNN's rectifier turns into 0. */
  private static void rectify(float[][] in, float[] out, int length) {
    float[] x = in[0];
    for (int i = 0; i < length; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }

  /** Keeps NaN, which oneDNN turns into infinity. */
  private static void exp(float[][] in, float[] out, int length) {
    float[] x = in[0];
    for (int i = 0; i < length; i++) {
      out[i] = (float) Math.exp(x[i]);
    }
  }

  private SplitPass split(IntFunction<Pass> maker) {
    return new SplitPass(engine, elements.parts(), maker);
  }

  private long[] dims(int part) {
    return new long[] {elements.size(part)};
  }

  private int algorithm() {
    boolean fromTop = spec.backwardFromTop();
    return switch (spec.function()) {
      case RELU -> fromTop ? dnnl_eltwise_relu_use_dst_for_bwd : dnnl_eltwise_relu;
      case SIGMOID -> dnnl_eltwise_logistic_use_dst_for_bwd;
      case TANH -> dnnl_eltwise_tanh_use_dst_for_bwd;
      case ELU -> fromTop ? dnnl_eltwise_elu_use_dst_for_bwd : dnnl_eltwise_elu;
      case EXP -> dnnl_eltwise_exp_use_dst_for_bwd;
      case LOG -> dnnl_eltwise_log;
      case SOFT_RELU -> dnnl_eltwise_soft_relu;
      case SWISH -> dnnl_eltwise_swish;
      case GELU_ERF -> dnnl_eltwise_gelu_erf;
      case GELU_TANH -> dnnl_eltwise_gelu_tanh;
    };
  }

  private Pass forward(int part) {
    return new Pass(engine, engine.lane(part), describeForward(part), DNNL_ARG_SRC, DNNL_ARG_DST)
        .input(dims(part), elements.from(part))
        .output(dims(part), elements.from(part));
  }

  private Description describeForward(int part) {
    try (Layout layout = Layout.plain(dims(part))) {
      return new Description(
          "compute " + spec,
          handle ->
              dnnl_eltwise_forward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_forward_training,
                  algorithm(),
                  layout.handle(),
                  layout.handle(),
                  spec.alpha(),
                  0,
                  engine.overwriting().handle()));
    }
  }

  private Pass backward(int part) {
    int kept = spec.backwardFromTop() ? DNNL_ARG_DST : DNNL_ARG_SRC;
    int[] arguments = {kept, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC};
    return new Pass(engine, engine.lane(part), describeBackward(part), arguments)
        .input(dims(part), elements.from(part))
        .input(dims(part), elements.from(part))
        .output(dims(part), elements.from(part));
  }

  private Description describeBackward(int part) {
    try (Layout layout = Layout.plain(dims(part));
        Description hint = describeForward(part)) {
      return new Description(
          "compute the gradient of " + spec,
          handle ->
              dnnl_eltwise_backward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  algorithm(),
                  layout.handle(),
                  layout.handle(),
                  layout.handle(),
                  spec.alpha(),
                  0,
                  hint.handle(),
                  engine.overwriting().handle()));
    }
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, spec.count());
    Counts.check("y", y, spec.count());
    if (isPlain(x)) {
      operands.clear();
      operands.add(x);
      plain.run(operands, y);
    } else if (spec.count() > 0) {
      forward.get().read(0, x).write(1, y).run();
    }
  }

  private boolean isPlain(Tensor x) {
    return switch (spec.function()) {
      case RELU -> spec.alpha() == 0;
      case EXP -> !check.allFinite(x.read(), spec.count());
      case SIGMOID, TANH, ELU, LOG, SOFT_RELU, SWISH, GELU_ERF, GELU_TANH -> false;
    };
  }

  @Override
  public void backward(Tensor kept, Tensor dy, Tensor dx) {
    Counts.check("x or y", kept, spec.count());
    Counts.check("dy", dy, spec.count());
    Counts.check("dx", dx, spec.count());
    if (spec.count() > 0) {
      backward.get().read(0, kept).read(1, dy).write(2, dx).run();
    }
  }

  /** Returns the names of the implementations, making all of them. */
  List<String> implementations() {
    return List.of(forward.get().implementation(), backward.get().implementation());
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
