package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_destroy;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_engine;
import org.cortado.api.backend.Parallel;

/**
 * The processor as oneDNN sees it, and what all operations on it share.
 *
 * <p>Operations fall into parts, mostly ranges of images, that run at once in lanes of their own.
 */
final class OneDnnEngine implements AutoCloseable {

  private final Parallel workers;
  private final Resources resources = new Resources();
  private final dnnl_engine engine = new dnnl_engine();
  private final List<Lane> lanes = new ArrayList<>();
  private final Attributes overwriting;
  private final Attributes adding;

  /**
   * Loads the native library and makes an engine.
   *
   * @param lanes into how many parts an operation may fall
   * @param workers what runs the parts
   */
  OneDnnEngine(int lanes, Parallel workers) {
    this.workers = workers;
    Status.check(dnnl_engine_create(engine, dnnl_cpu, 0), "make an engine");
    resources.add(() -> dnnl_engine_destroy(engine));
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(resources.add(new Lane(engine)));
    }
    overwriting = resources.add(new Attributes(false));
    adding = resources.add(new Attributes(true));
  }

  /** Returns the native handle. */
  dnnl_engine handle() {
    return engine;
  }

  /** Returns the number of lanes. */
  int lanes() {
    return lanes.size();
  }

  /** Returns what a part of an operation computes with. */
  Lane lane(int part) {
    return lanes.get(part);
  }

  /** Returns the attributes of a primitive that overwrites what it computes. */
  Attributes overwriting() {
    return overwriting;
  }

  /** Returns the attributes of a primitive that adds what it computes. */
  Attributes adding() {
    return adding;
  }

  /** Makes sure that a lane has so many bytes of scratch memory. */
  synchronized void reserve(Lane lane, long bytes) {
    lane.workspace().reserve(bytes);
  }

  /** Runs the parts of an operation, at once with nothing but each other. */
  synchronized void run(int parts, Parallel.Body body) {
    workers.forEach(parts, 1, body);
  }

  @Override
  public void close() {
    resources.close();
  }
}
