package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.window.WindowAxis;
import org.cortado.api.window.Windows;

/**
 * The first spatial axes of a convolution, put away among its images and channels and brought back.
 *
 * <p>A block is what lies behind those axes, for one of their pixels or windows: it is moved whole.
 */
final class LeadingAxes {

  private final Windows windows;
  private final int images;
  private final int channels;
  private final int outputs;
  private final List<Integer> restOfInput;
  private final int inputBlock;
  private final int outputBlock;
  private final Parallel parallel;
  private final Parallel.Body unfold = this::unfold;
  private final Parallel.Body fold = this::fold;
  private final Parallel.Body gather = this::gather;
  private final Parallel.Body scatter = this::scatter;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  LeadingAxes(Convolution.Spec spec, int count, Backend backend) {
    windows = new Windows(WindowAxis.of(spec).subList(0, count));
    images = spec.input().dim(0);
    channels = spec.input().dim(1);
    outputs = spec.outputs();
    restOfInput = spec.input().dims().subList(2 + count, spec.input().axes());
    inputBlock = spec.input().count(2 + count);
    outputBlock = spec.output().count(2 + count);
    parallel = backend.parallel();
  }

  /** Returns {@code [N·windows x channels·elements x the other axes…]}. */
  Shape unfoldedInput() {
    List<Integer> dims = new ArrayList<>();
    dims.add(Math.multiplyExact(images, windows.positions()));
    dims.add(Math.multiplyExact(channels, windows.elements()));
    dims.addAll(restOfInput);
    return Shape.of(dims);
  }

  /** Copies images to where oneDNN takes them. */
  void unfold(Tensor x, Tensor unfolded) {
    Counts.check("x", x, (long) images * channels * windows.pixels() * inputBlock);
    run(unfold, images * windows.positions(), x.read(), unfolded.write());
  }

  private void run(Parallel.Body body, int count, FloatBuffer source, FloatBuffer target) {
    from = source;
    to = target;
    parallel.forEach(count, 1, body);
  }

  private void unfold(int worker, int first, int end) {
    int elements = channels * windows.elements();
    for (int row = first; row < end; row++) {
      for (int i = 0; i < elements; i++) {
        int pixel = windows.pixel(i % windows.elements(), row % windows.positions());
        int at = (row * elements + i) * inputBlock;
        if (pixel < 0) {
          zero(at);
        } else {
          int plane = row / windows.positions() * channels + i / windows.elements();
          to.put(at, from, (plane * windows.pixels() + pixel) * inputBlock, inputBlock);
        }
      }
    }
  }

  private void zero(int at) {
    for (int i = 0; i < inputBlock; i++) {
      to.put(at + i, 0);
    }
  }

  /** Overwrites images with the sums of all that was copied from each of their pixels. */
  void fold(Tensor unfolded, Tensor x) {
    Counts.check("dx", x, (long) images * channels * windows.pixels() * inputBlock);
    run(fold, images * channels, unfolded.read(), x.write());
  }

  private void fold(int worker, int first, int end) {
    for (int plane = first; plane < end; plane++) {
      for (int pixel = 0; pixel < windows.pixels(); pixel++) {
        zero((plane * windows.pixels() + pixel) * inputBlock);
      }
      for (int window = 0; window < windows.positions(); window++) {
        for (int element = 0; element < windows.elements(); element++) {
          foldBlock(plane, window, element);
        }
      }
    }
  }

  private void foldBlock(int plane, int window, int element) {
    int pixel = windows.pixel(element, window);
    if (pixel >= 0) {
      int row = plane / channels * windows.positions() + window;
      int block = (row * channels + plane % channels) * windows.elements() + element;
      add(block * inputBlock, (plane * windows.pixels() + pixel) * inputBlock);
    }
  }

  private void add(int source, int target) {
    for (int i = 0; i < inputBlock; i++) {
      to.put(target + i, to.get(target + i) + from.get(source + i));
    }
  }

  /** Brings the windows of each image and output together. */
  void gatherWindows(Tensor unfolded, Tensor y) {
    Counts.check("y", y, unfolded.count());
    run(gather, images * outputs, unfolded.read(), y.write());
  }

  private void gather(int worker, int first, int end) {
    for (int plane = first; plane < end; plane++) {
      for (int window = 0; window < windows.positions(); window++) {
        int target = plane * windows.positions() + window;
        to.put(target * outputBlock, from, unfolded(plane, window) * outputBlock, outputBlock);
      }
    }
  }

  /** Puts the windows of each image and output where oneDNN takes them. */
  void scatterWindows(Tensor dy, Tensor unfolded) {
    Counts.check("dy", dy, unfolded.count());
    run(scatter, images * outputs, dy.read(), unfolded.write());
  }

  private void scatter(int worker, int first, int end) {
    for (int plane = first; plane < end; plane++) {
      for (int window = 0; window < windows.positions(); window++) {
        int source = plane * windows.positions() + window;
        to.put(unfolded(plane, window) * outputBlock, from, source * outputBlock, outputBlock);
      }
    }
  }

  /** Returns the block where oneDNN has a window of an output plane. */
  private int unfolded(int plane, int window) {
    return (plane / outputs * windows.positions() + window) * outputs + plane % outputs;
  }
}
