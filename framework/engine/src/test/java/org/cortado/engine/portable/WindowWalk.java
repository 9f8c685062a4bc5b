package org.cortado.engine.portable;

import java.util.List;

/**
 * Walks over the elements of all windows of an image, one by one and the slow way: what the clever
 * code is compared with.
 */
final class WindowWalk {

  private final List<Integer> in;
  private final List<Integer> out;
  private final List<Integer> kernel;
  private final List<Integer> stride;
  private final List<Integer> pad;
  private final List<Integer> dilation;
  private final int[] table;

  WindowWalk(
      List<Integer> in,
      List<Integer> out,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> pad,
      List<Integer> dilation) {
    this.in = in;
    this.out = out;
    this.kernel = kernel;
    this.stride = stride;
    this.pad = pad;
    this.dilation = dilation;
    table = new int[product(out) * product(kernel)];
    for (int i = 0; i < table.length; i++) {
      table[i] = pixel(i / elements(), i % elements());
    }
  }

  /** Is told of an element of a window that lies in the image. */
  interface Visitor {

    void visit(int window, int element, int pixel);
  }

  int windows() {
    return product(out);
  }

  int elements() {
    return product(kernel);
  }

  int pixels() {
    return product(in);
  }

  void walk(Visitor visitor) {
    int elements = elements();
    for (int i = 0; i < table.length; i++) {
      if (table[i] >= 0) {
        visitor.visit(i / elements, i % elements, table[i]);
      }
    }
  }

  private int pixel(int window, int element) {
    int pixel = 0;
    for (int axis = 0; axis < in.size(); axis++) {
      int at =
          coordinate(out, window, axis) * stride.get(axis)
              + coordinate(kernel, element, axis) * dilation.get(axis)
              - pad.get(axis);
      if (at < 0 || at >= in.get(axis)) {
        return -1;
      }
      pixel = pixel * in.get(axis) + at;
    }
    return pixel;
  }

  /** Returns one coordinate of the {@code index}-th cell of a grid. */
  static int coordinate(List<Integer> sizes, int index, int axis) {
    return index / product(sizes.subList(axis + 1, sizes.size())) % sizes.get(axis);
  }

  static int product(List<Integer> sizes) {
    return sizes.stream().reduce(1, (a, b) -> a * b);
  }
}
