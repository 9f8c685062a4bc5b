package acme;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.DataLayer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Shows points of the plane and their classes, from a file with lines of {@code x y class}.
 *
 * <ul>
 *   <li>top 0: the points {@code [batch x 2]}
 *   <li>top 1: their classes {@code [batch]}
 * </ul>
 */
@LayerType(
    name = "acme:Points",
    bottoms = 0,
    tops = 2,
    topNames = {"points", "classes"},
    backwardReads = {},
    differentiable = false)
@Help("shows points of the plane and their classes")
public final class PointsLayer implements DataLayer {

  /** What a net file says of an {@code acme:Points}. */
  public record Options(
      @Help("lines of x, y and class") Path file,
      @Range(min = 1) @Help("how many points a batch has") int batchSize) {}

  private final Options options;
  private final Phase phase;
  private List<float[]> rows = List.of();
  private long batch;

  @Inject
  PointsLayer(Options options, LayerContext context) {
    this.options = options;
    phase = context.phase();
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    List<String> lines = lines();
    List<float[]> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      read.add(row(lines.get(i), i + 1));
    }
    if (read.isEmpty()) {
      throw new DataException("'" + options.file() + "' holds no points");
    }
    rows = read;
  }

  /** A file that isn't UTF-8 is an {@link IOException} here, which it isn't line by line. */
  private List<String> lines() {
    try {
      return Files.readAllLines(options.file());
    } catch (IOException e) {
      throw new DataException("can't read points from '" + options.file() + "': " + e, e);
    }
  }

  private float[] row(String line, int number) {
    String[] words = line.strip().split("\\s+");
    try {
      if (words.length == 3) {
        return new float[] {
          Float.parseFloat(words[0]), Float.parseFloat(words[1]), Float.parseFloat(words[2])
        };
      }
    } catch (NumberFormatException e) {
      throw new DataException(wrong(line, number), e);
    }
    throw new DataException(wrong(line, number));
  }

  private String wrong(String line, int number) {
    return "%s:%d: a line must be x, y and a class, but is '%s'"
        .formatted(options.file(), number, line);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    shape(options.batchSize(), top);
  }

  private static void shape(int points, List<Blob> top) {
    top.get(0).reshape(Shape.of(points, 2));
    top.get(1).reshape(Shape.of(points));
  }

  /** In the test phase the last batch of a round is short. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    boolean isTest = phase == Phase.TEST;
    long batches = (itemCount() + options.batchSize() - 1) / options.batchSize();
    long first = (isTest ? batch % batches : batch) * options.batchSize();
    int points =
        isTest ? (int) Math.min(options.batchSize(), itemCount() - first) : options.batchSize();
    shape(points, top);
    FloatBuffer x = top.get(0).data().write();
    FloatBuffer label = top.get(1).data().write();
    for (int i = 0; i < points; i++) {
      float[] row = rows.get((int) ((first + i) % itemCount()));
      x.put(2 * i, row[0]).put(2 * i + 1, row[1]);
      label.put(i, row[2]);
    }
    batch++;
  }

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public long itemCount() {
    return rows.size();
  }

  @Override
  public void seek(long wanted) {
    batch = wanted;
  }

  @Override
  public List<Path> files() {
    return List.of(options.file());
  }
}
