package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** Copies a tensor from one layout to another, or adds it to what is there. */
final class Reorder implements Resources.NativeResource {

  private final PreparedPrimitive primitive;
  private long scratchOffset;

  /** Prepares the copy. */
  Reorder(OneDnnEngine engine, Lane lane, Layout from, Layout to, Attributes attributes) {
    try (Description description =
        new Description(
            "reorder a tensor",
            handle ->
                dnnl_reorder_primitive_desc_create(
                    handle,
                    from.handle(),
                    engine.handle(),
                    to.handle(),
                    engine.handle(),
                    attributes.handle()))) {
      primitive =
          new PreparedPrimitive(
              engine, lane, description, DNNL_ARG_FROM, DNNL_ARG_TO, DNNL_ARG_SCRATCHPAD);
    }
  }

  /** Returns the size of its scratch memory. */
  long scratchBytes() {
    return primitive.bytes(DNNL_ARG_SCRATCHPAD);
  }

  /** Gives it its place in the workspace. */
  void scratchAt(long offset) {
    scratchOffset = offset;
  }

  /** Uses the workspace's memory, which has moved. */
  void moved(Workspace workspace) {
    primitive.bind(DNNL_ARG_SCRATCHPAD, workspace.at(scratchOffset));
  }

  void from(Pointer memory) {
    primitive.bind(DNNL_ARG_FROM, memory);
  }

  void to(FloatBuffer buffer, int first) {
    primitive.bind(DNNL_ARG_TO, buffer, first);
  }

  void to(Pointer memory) {
    primitive.bind(DNNL_ARG_TO, memory);
  }

  /** Copies or adds. */
  void run() {
    primitive.run();
  }

  @Override
  public void close() {
    primitive.close();
  }
}
