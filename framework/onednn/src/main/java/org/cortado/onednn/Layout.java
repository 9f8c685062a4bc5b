package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_clone;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_strides;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_equal;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_memory_desc;

/** How a tensor's elements lie in memory: oneDNN's memory descriptor. */
final class Layout implements Resources.NativeResource {

  private final dnnl_memory_desc handle = new dnnl_memory_desc();

  private Layout() {}

  /** Returns the layout of Cortado's own tensors, row by row. */
  static Layout plain(long... dims) {
    long[] strides = new long[dims.length];
    long stride = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dims[axis];
    }
    return strided(dims, strides);
  }

  /** Returns a layout with the given steps, in elements, along the axes. */
  static Layout strided(long[] dims, long[] strides) {
    Layout layout = new Layout();
    Status.check(
        dnnl_memory_desc_create_with_strides(layout.handle, dims.length, dims, dnnl_f32, strides),
        "describe a tensor of " + Arrays.toString(dims));
    return layout;
  }

  /** Returns a layout that a primitive may choose. */
  static Layout any(long... dims) {
    return tagged(dnnl_format_tag_any, dims);
  }

  /** Returns the layout that the library has a name for. */
  static Layout tagged(int tag, long... dims) {
    Layout layout = new Layout();
    Status.check(
        dnnl_memory_desc_create_with_tag(layout.handle, dims.length, dims, dnnl_f32, tag),
        "describe a tensor of " + Arrays.toString(dims));
    return layout;
  }

  /** Returns the layout that somebody else's handle describes. */
  static Layout copyOf(dnnl_memory_desc other) {
    Layout layout = new Layout();
    Status.check(dnnl_memory_desc_clone(layout.handle, other), "copy a layout");
    return layout;
  }

  /** Returns the native handle. */
  dnnl_memory_desc handle() {
    return handle;
  }

  /** Returns how many bytes a tensor takes, padding included; 0 for no tensor. */
  long bytes() {
    return dnnl_memory_desc_get_size(handle);
  }

  /** Returns whether both put every element at the same place. */
  boolean sameAs(Layout other) {
    return dnnl_memory_desc_equal(handle, other.handle) == 1;
  }

  @Override
  public void close() {
    dnnl_memory_desc_destroy(handle);
  }
}
