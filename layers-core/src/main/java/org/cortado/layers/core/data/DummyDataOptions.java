package org.cortado.layers.core.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code DummyData}. */
public record DummyDataOptions(
    @Help("the shapes of the tops, one for all or one for each") List<Shape> shape,
    @Help("the fillers of the tops, one for all or one for each; zeros if none are given")
        List<Filler> dataFiller,
    @Range(min = 0) @Help("in the stead of shape, the first sizes of the tops") List<Integer> num,
    @Range(min = 0) @Help("in the stead of shape, their second sizes") List<Integer> channels,
    @Range(min = 0) @Help("in the stead of shape, their third sizes") List<Integer> height,
    @Range(min = 0) @Help("in the stead of shape, their fourth sizes") List<Integer> width) {

  /** Refuses a layer without shapes, or with two kinds of them. */
  public DummyDataOptions {
    shape = List.copyOf(shape);
    dataFiller = dataFiller.isEmpty() ? List.of(new ConstantFiller(0)) : List.copyOf(dataFiller);
    num = List.copyOf(num);
    channels = List.copyOf(channels);
    height = List.copyOf(height);
    width = List.copyOf(width);
    long sizes = Stream.of(num, channels, height, width).filter(List::isEmpty).count();
    if (sizes != (shape.isEmpty() ? 0 : 4)) {
      throw new InvalidLayerException(
          "give shape, for all tops or for each, or num, channels, height and width");
    }
  }

  /**
   * Returns the shape of each top.
   *
   * @throws InvalidLayerException if there is another number of them
   */
  List<Shape> shapes(int tops) {
    if (!shape.isEmpty()) {
      return each(new PerTop<>("shape", shape), tops);
    }
    List<Integer> nums = each(new PerTop<>("num", num), tops);
    List<Integer> seconds = each(new PerTop<>("channels", channels), tops);
    List<Integer> thirds = each(new PerTop<>("height", height), tops);
    List<Integer> fourths = each(new PerTop<>("width", width), tops);
    return IntStream.range(0, tops)
        .mapToObj(i -> Shape.of(nums.get(i), seconds.get(i), thirds.get(i), fourths.get(i)))
        .toList();
  }

  /**
   * Returns the filler of each top.
   *
   * @throws InvalidLayerException if there is another number of them
   */
  List<Filler> fillers(int tops) {
    return each(new PerTop<>("data_filler", dataFiller), tops);
  }

  private static <T> List<T> each(PerTop<T> given, int tops) {
    given.requireFit(tops);
    return IntStream.range(0, tops).mapToObj(given::get).toList();
  }
}
