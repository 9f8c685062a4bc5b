package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;

/** What the loss of each score of several classes is multiplied by. */
final class ElementWeights {

  private static final int INDEX = 2;

  private final LabelOptions options;
  private final float[] ofClasses;
  private ClassAxis scores = ClassAxis.NONE;
  private boolean given;
  private boolean ofElements;
  private boolean ofItems;
  private FloatBuffer weights = Buffers.EMPTY;

  ElementWeights(LabelOptions options) {
    this.options = options;
    ofClasses = options.weightsOfClasses();
  }

  /** Checks the number of weights, those of bottom 2 if there is one. */
  void reshape(ClassAxis changed, List<Blob> bottom) {
    scores = changed;
    options.requireClasses(scores.classes());
    given = bottom.size() > INDEX;
    if (given) {
      choose(bottom.get(INDEX).shape());
    }
  }

  private void choose(Shape shape) {
    ofElements = shape.count() == scores.shape().count();
    ofItems = shape.count() == scores.outer();
    if (!ofElements && !ofItems && shape.count() != scores.positions()) {
      throw new InvalidLayerException(
          "there must be %d, %d or %d weights, one for each item, position or element of the scores"
                  .formatted(scores.outer(), scores.positions(), scores.shape().count())
              + " %s, but the weights are %s".formatted(scores.shape(), shape));
    }
  }

  /** Looks at the weights of a batch. */
  void read(List<Blob> bottom) {
    if (given) {
      weights = bottom.get(INDEX).data().read();
    }
  }

  /** Returns the weight of a score. */
  float at(int element) {
    float ofClass = 1;
    if (ofClasses.length > 0) {
      ofClass = ofClasses[element / scores.inner() % scores.classes()];
    }
    return given ? ofClass * weights.get(index(element)) : ofClass;
  }

  private int index(int element) {
    if (ofElements) {
      return element;
    }
    int item = element / (scores.classes() * scores.inner());
    return ofItems ? item : item * scores.inner() + element % scores.inner();
  }
}
