package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_destroy;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;

/** What one part of an operation computes with: a stream and scratch memory of its own. */
final class Lane implements Resources.NativeResource {

  private final dnnl_stream stream = new dnnl_stream();
  private final Workspace workspace = new Workspace();

  Lane(dnnl_engine engine) {
    Status.check(dnnl_stream_create(stream, engine, dnnl_stream_default_flags), "make a stream");
  }

  /** Returns the native stream. */
  dnnl_stream stream() {
    return stream;
  }

  /** Returns the scratch memory. */
  Workspace workspace() {
    return workspace;
  }

  @Override
  public void close() {
    workspace.close();
    dnnl_stream_destroy(stream);
  }
}
