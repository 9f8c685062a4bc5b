package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_forward_primitive_desc_create;

/** Asks oneDNN for the primitives of one pooling. */
final class PoolingDescriptions {

  private final OneDnnEngine engine;
  private final PoolingShape shape;

  PoolingDescriptions(OneDnnEngine engine, PoolingShape shape) {
    this.engine = engine;
    this.shape = shape;
  }

  Description forward() {
    try (Layout source = Layout.plain(shape.source());
        Layout destination = Layout.plain(shape.destination())) {
      return new Description(
          "pool " + shape.spec(),
          handle ->
              dnnl_pooling_forward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_forward_training,
                  shape.algorithm(),
                  source.handle(),
                  destination.handle(),
                  shape.strides(),
                  shape.kernel(),
                  shape.dilation(),
                  shape.paddingBefore(),
                  shape.paddingAfter(),
                  engine.overwriting().handle()));
    }
  }

  Description backward() {
    try (Description hint = forward();
        Layout source = Layout.plain(shape.source());
        Layout destination = Layout.plain(shape.destination())) {
      return new Description(
          "pool backward " + shape.spec(),
          handle ->
              dnnl_pooling_backward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  shape.algorithm(),
                  source.handle(),
                  destination.handle(),
                  shape.strides(),
                  shape.kernel(),
                  shape.dilation(),
                  shape.paddingBefore(),
                  shape.paddingAfter(),
                  hint.handle(),
                  engine.overwriting().handle()));
    }
  }
}
