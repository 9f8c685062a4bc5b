package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_data_type_undef;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_sum;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;

/**
 * What primitives are made with: always scratch memory of our own, for with the library's two
 * threads that run one primitive get wrong results without a word.
 */
final class Attributes implements Resources.NativeResource {

  private final dnnl_primitive_attr handle = new dnnl_primitive_attr();

  /** Makes attributes of primitives that overwrite, or add to, what is there. */
  Attributes(boolean add) {
    Status.check(dnnl_primitive_attr_create(handle), "make attributes");
    Status.check(
        dnnl_primitive_attr_set_scratchpad_mode(handle, dnnl_scratchpad_mode_user),
        "use scratch memory of our own");
    if (add) {
      addToWhatIsThere();
    }
  }

  private void addToWhatIsThere() {
    dnnl_post_ops sum = new dnnl_post_ops();
    Status.check(dnnl_post_ops_create(sum), "make a sum");
    Status.check(dnnl_post_ops_append_sum(sum, 1, 0, dnnl_data_type_undef), "make a sum");
    Status.check(dnnl_primitive_attr_set_post_ops(handle, sum), "add to what is there");
    dnnl_post_ops_destroy(sum);
  }

  /** Returns the native handle. */
  dnnl_primitive_attr handle() {
    return handle;
  }

  @Override
  public void close() {
    dnnl_primitive_attr_destroy(handle);
  }
}
