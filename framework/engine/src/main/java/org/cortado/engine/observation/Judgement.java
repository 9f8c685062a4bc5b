package org.cortado.engine.observation;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Net;

/** Compares what a net says of each item of a test set with the item's label. */
final class Judgement {

  private static final int KEPT = 24;

  private final ClassScores scores;
  private final Confusion confusion;
  private final PriorityQueue<Mistake> worst = new PriorityQueue<>(Mistake.WORST_FIRST.reversed());
  private float[] images = {};
  private Shape imageShape = Shape.of(0);
  private long shown;

  Judgement(ClassScores scores) {
    this.scores = scores;
    confusion = new Confusion(scores.classes());
  }

  /** Shows each item once. */
  void run() {
    Net net = scores.net();
    net.seek(0);
    for (long pass = 0; shown < scores.items(); pass++) {
      net.iteration(pass);
      forward(net);
      int items = scores.labels().count();
      if (items == 0) {
        return;
      }
      judge(items);
      shown += items;
    }
  }

  /** The scores still hold what they are as long as the layer that reads them hasn't run. */
  private void forward(Net net) {
    for (int i = 0; i < scores.place(); i++) {
      net.forward(i, i + 1);
      scores.images(i).ifPresent(this::copyImages);
    }
  }

  /** Layers further on may use their memory. */
  private void copyImages(Blob blob) {
    Shape shape = blob.shape();
    imageShape = Shape.of(shape.dim(1), shape.dim(2), shape.dim(3));
    images = images.length == blob.count() ? images : new float[blob.count()];
    blob.data().read().get(0, images);
  }

  private void judge(int items) {
    FloatBuffer all = scores.scores().data().read();
    FloatBuffer labels = scores.labels().data().read();
    double[] each = new double[scores.classes()];
    for (int item = 0; item < items; item++) {
      for (int type = 0; type < each.length; type++) {
        each[type] = all.get(item * each.length + type);
      }
      int label = Math.round(labels.get(item));
      if (label >= 0 && label < each.length) { // others are ignored, or faults of the test's own
        judge(item, label, greatest(each), each);
      }
    }
  }

  private void judge(int item, int label, int predicted, double[] each) {
    confusion.add(label, predicted);
    if (label != predicted) {
      double probability = scores.probabilities().apply(each)[predicted];
      keep(new Mistake(shown + item, label, predicted, probability, picture(item)));
    }
  }

  private Mistake.Picture picture(int item) {
    int count = imageShape.count();
    boolean there = (long) (item + 1) * count <= images.length;
    return there
        ? new Mistake.Picture(
            imageShape, Arrays.copyOfRange(images, item * count, (item + 1) * count))
        : new Mistake.Picture(Shape.of(0), new float[0]);
  }

  private static int greatest(double[] values) {
    int place = 0;
    for (int i = 1; i < values.length; i++) {
      place = values[i] > values[place] ? i : place;
    }
    return place;
  }

  private void keep(Mistake mistake) {
    worst.add(mistake);
    if (worst.size() > KEPT) {
      worst.remove();
    }
  }

  /** Returns which classes were taken for which. */
  Confusion confusion() {
    return confusion;
  }

  /** Returns the mistakes that the net is most sure of, the surest first. */
  List<Mistake> worst() {
    return worst.stream().sorted(Mistake.WORST_FIRST).toList();
  }
}
