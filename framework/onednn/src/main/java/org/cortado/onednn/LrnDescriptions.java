package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_lrn_across_channels;
import static org.bytedeco.dnnl.global.dnnl.dnnl_lrn_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_lrn_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw16c;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nChw8c;

import java.util.List;
import java.util.Optional;
import org.cortado.api.backend.Lrn;

/** Asks oneDNN for the primitives of one local response normalisation across channels. */
final class LrnDescriptions {

  private static final String REFERENCE = "ref";

  /**
   * The layouts that have fast gradients on some processor, the faster first. Row by row none has,
   * and the reorders cost less than a gradient in plain Java.
   */
  private static final List<Integer> TAGS = List.of(dnnl_nChw16c, dnnl_nChw8c);

  private final OneDnnEngine engine;
  private final Lrn.Spec spec;
  private final int tag;

  private LrnDescriptions(OneDnnEngine engine, Lrn.Spec spec, int tag) {
    this.engine = engine;
    this.spec = spec;
    this.tag = tag;
  }

  /**
   * Returns the descriptions if there is a layout in which the library is fast and right both ways:
   * it has no windows within a channel as Caffe's are, and no number where all of one is 0 and so
   * is {@code k}.
   */
  static Optional<LrnDescriptions> of(OneDnnEngine engine, Lrn.Spec spec) {
    if (spec.region() != Lrn.Region.ACROSS_CHANNELS || spec.k() == 0 || spec.input().count() == 0) {
      return Optional.empty();
    }
    return TAGS.stream()
        .map(tag -> new LrnDescriptions(engine, spec, tag))
        .filter(LrnDescriptions::isFast)
        .findFirst();
  }

  private boolean isFast() {
    try (Description forward = forward(1);
        Description backward = backward(1)) {
      return !forward.implementation().startsWith(REFERENCE)
          && !backward.implementation().startsWith(REFERENCE);
    }
  }

  /** Returns the sizes for some of the images: it doesn't matter how positions are arranged. */
  long[] dims(int images) {
    return new long[] {images, spec.input().dim(1), 1, spec.input().count(2)};
  }

  Description forward(int images) {
    try (Layout layout = Layout.tagged(tag, dims(images))) {
      return new Description(
          "normalise " + spec,
          handle ->
              dnnl_lrn_forward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_forward_training,
                  dnnl_lrn_across_channels,
                  layout.handle(),
                  layout.handle(),
                  spec.size(),
                  spec.alpha(),
                  spec.beta(),
                  spec.k(),
                  engine.overwriting().handle()));
    }
  }

  Description backward(int images) {
    try (Description hint = forward(images);
        Layout layout = Layout.tagged(tag, dims(images))) {
      return new Description(
          "normalise backward " + spec,
          handle ->
              dnnl_lrn_backward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_lrn_across_channels,
                  layout.handle(),
                  layout.handle(),
                  layout.handle(),
                  spec.size(),
                  spec.alpha(),
                  spec.beta(),
                  spec.k(),
                  hint.handle(),
                  engine.overwriting().handle()));
    }
  }
}
