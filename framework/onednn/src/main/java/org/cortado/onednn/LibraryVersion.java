package org.cortado.onednn;

import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;

/** Which oneDNN was loaded. */
final class LibraryVersion {

  private LibraryVersion() {}

  /** Returns its number: {@code 3.11.2}. */
  static String text() {
    dnnl_version_t version = dnnl.dnnl_version();
    return version.major() + "." + version.minor() + "." + version.patch();
  }
}
