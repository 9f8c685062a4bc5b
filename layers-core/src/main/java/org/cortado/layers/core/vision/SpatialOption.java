package org.cortado.layers.core.vision;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;

/**
 * One number for each spatial axis, as a net file gives it: a list, or height and width.
 *
 * @param name what {@code _h} and {@code _w} are put behind: {@code kernel}
 * @param listName the option that holds the list: {@code kernel_size}
 * @param list no number, one for all axes, or one for each
 * @param heightAndWidth the numbers of {@code name_h} and {@code name_w}, as far as they are given
 */
record SpatialOption(
    String name, String listName, List<Integer> list, List<Integer> heightAndWidth) {

  /** Refuses both forms at once, and half of one. */
  SpatialOption {
    if (heightAndWidth.size() == 1) {
      throw new InvalidLayerException(
          "one of %s_h and %s_w is missing; give both".formatted(name, name));
    }
    if (!list.isEmpty() && !heightAndWidth.isEmpty()) {
      throw new InvalidLayerException(
          "%s stands beside %s_h and %s_w; give one or the other".formatted(listName, name, name));
    }
  }

  /** Returns the option {@code name} with {@code name_h} and {@code name_w} beside it. */
  static SpatialOption of(
      String name, List<Integer> list, Optional<Integer> height, Optional<Integer> width) {
    return new SpatialOption(name, name, list, given(height, width));
  }

  /** Returns the option {@code pad} of filters, where {@code pad_h} alone leaves the other at 0. */
  static SpatialOption filterPad(
      List<Integer> list, Optional<Integer> height, Optional<Integer> width) {
    boolean given = height.isPresent() || width.isPresent();
    return given
        ? of("pad", list, Optional.of(height.orElse(0)), Optional.of(width.orElse(0)))
        : of("pad", list, height, width);
  }

  /**
   * Returns the option {@code kernel_size} with {@code kernel_h} and {@code kernel_w} beside it.
   */
  static SpatialOption kernel(
      List<Integer> list, Optional<Integer> height, Optional<Integer> width) {
    return new SpatialOption("kernel", "kernel_size", list, given(height, width));
  }

  private static List<Integer> given(Optional<Integer> height, Optional<Integer> width) {
    return Stream.of(height, width).flatMap(Optional::stream).toList();
  }

  /** Returns whether the file says anything of it. */
  boolean isGiven() {
    return !list.isEmpty() || !heightAndWidth.isEmpty();
  }

  /** Returns whether the file gives no other number than this one. */
  boolean isAll(int number) {
    return Stream.of(list, heightAndWidth).flatMap(List::stream).allMatch(n -> n == number);
  }

  /** Refuses a net file that is silent about this option. */
  void require() {
    if (!isGiven()) {
      throw new InvalidLayerException(
          "the size of the kernel is missing; give %s, or %s_h and %s_w"
              .formatted(listName, name, name));
    }
  }

  /**
   * Returns one number for each axis.
   *
   * @param axes the number of spatial axes
   * @param otherwise the number where the file gives none
   * @throws InvalidLayerException if the file gives another number of numbers
   */
  List<Integer> resolve(int axes, int otherwise) {
    if (!heightAndWidth.isEmpty()) {
      requireImage(axes);
      return heightAndWidth;
    }
    if (list.size() > 1 && list.size() != axes) {
      throw new InvalidLayerException(
          "%s must have one number, or one for each of the %d spatial axes, but has %d"
              .formatted(listName, axes, list.size()));
    }
    return list.size() > 1
        ? list
        : Collections.nCopies(axes, list.isEmpty() ? otherwise : list.get(0));
  }

  private void requireImage(int axes) {
    if (axes != 2) {
      throw new InvalidLayerException(
          "%s_h and %s_w are for 2 spatial axes, but there are %d; give %s"
              .formatted(name, name, axes, listName));
    }
  }
}
