package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.DataException;
import org.cortado.api.DataLayer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Shows a text character by character, for a net that tells the next one.
 *
 * <ul>
 *   <li>top 0, {@code data}: {@code [T x N]}, the numbers of {@code steps} characters of each of
 *       {@code batch_size} streams
 *   <li>top 1, {@code cont}: {@code [T x N]}, 0 where the streams begin, 1 where they go on
 *   <li>top 2, {@code label}: {@code [T x N]}, the number of the character that comes next
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>The text is cut into equally long streams, side by side, each of which goes on from batch to
 * batch: what a net remembers of one is what it needs in the next. An item is one step of all
 * streams. Up to {@code batch_size} characters at the end, which don't fill a step and its labels,
 * are not shown. In the training phase the streams begin anew where they end, within a batch as
 * well; in the test phase the last batch is short.
 *
 * <p>Characters are numbered by their code points, those of {@code vocabulary} if it is given: a
 * net that is tested with another text needs the numbers that it learned. Set-up reads the files.
 */
@LayerType(
    name = "Text",
    bottoms = 0,
    tops = 3,
    topNames = {"data", "cont", "label"},
    backwardReads = {},
    differentiable = false)
@Help("shows a text character by character, in streams that go on from batch to batch")
public final class TextLayer implements DataLayer {

  private final TextOptions options;
  private final Phase phase;
  private final int streams;
  private final int[] items;
  private Schedule schedule;
  private int[] text = {};
  private int streamLength;
  private long next;

  @Inject
  TextLayer(TextOptions options, LayerContext context) {
    this.options = options;
    phase = context.phase();
    streams = options.batchSize();
    items = new int[options.steps()];
    schedule = schedule(1);
  }

  private Schedule schedule(int length) {
    return new Schedule(length, options.steps(), phase, ItemOrder.OF_THE_FILE);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    Alphabet alphabet = Alphabet.of(options.vocabulary().orElse(options.source()));
    text = alphabet.numbers(options.source());
    streamLength = (text.length - 1) / streams;
    if (streamLength < 1) {
      throw new DataException(
          "'%s' has %d characters, but %d streams and the labels need at least %d"
              .formatted(options.source(), text.length, streams, streams + 1L));
    }
    schedule = schedule(streamLength);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    reshape(top, options.steps());
  }

  private void reshape(List<Blob> top, int steps) {
    Shape shape = Shape.of(steps, streams);
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(shape);
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    int steps = schedule.items(next++, items);
    if (top.get(0).shape().dim(0) != steps) {
      reshape(top, steps);
    }
    FloatBuffer data = top.get(0).data().write();
    FloatBuffer cont = top.get(1).data().write();
    FloatBuffer label = top.get(2).data().write();
    for (int i = 0; i < steps * streams; i++) {
      int item = items[i / streams];
      int at = i % streams * streamLength + item;
      data.put(i, text[at]);
      cont.put(i, item == 0 ? 0 : 1);
      label.put(i, text[at + 1]);
    }
  }

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  /** Returns the number of steps. */
  @Override
  public long itemCount() {
    return streamLength;
  }

  @Override
  public void seek(long batch) {
    next = batch;
  }

  @Override
  public List<Path> files() {
    return Stream.concat(Stream.of(options.source()), options.vocabulary().stream()).toList();
  }
}
