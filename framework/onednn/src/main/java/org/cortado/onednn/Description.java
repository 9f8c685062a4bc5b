package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_exec_arg_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;

import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** What a primitive computes, in which layouts and by which implementation, before it is made. */
final class Description implements Resources.NativeResource {

  private final dnnl_primitive_desc handle = new dnnl_primitive_desc();

  /** Fills in the handle that it is given, and returns the library's status. */
  @FunctionalInterface
  interface Maker {

    /** Calls the library. */
    int make(dnnl_primitive_desc handle);
  }

  /** Makes a description; {@code what} is for the message if the library has none. */
  Description(String what, Maker maker) {
    Status.check(maker.make(handle), what);
  }

  /** Returns the native handle. */
  dnnl_primitive_desc handle() {
    return handle;
  }

  /** Returns the layout of an argument, to be closed by the caller. */
  Layout layout(int argument) {
    return Layout.copyOf(dnnl_primitive_desc_query_md(handle, dnnl_query_exec_arg_md, argument));
  }

  /** Returns the library's name for the implementation, such as {@code jit:avx512_core}. */
  String implementation() {
    try (PointerPointer<BytePointer> result = new PointerPointer<>(1)) {
      Status.check(
          dnnl_primitive_desc_query(handle, dnnl_query_impl_info_str, 0, result),
          "name an implementation");
      return result.get(BytePointer.class, 0).getString();
    }
  }

  @Override
  public void close() {
    dnnl_primitive_desc_destroy(handle);
  }
}
