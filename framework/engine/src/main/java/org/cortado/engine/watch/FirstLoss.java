package org.cortado.engine.watch;

import java.util.List;
import java.util.Set;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * Judges the first loss of a classifier: guessing among {@code C} classes costs {@code log C}.
 *
 * <p>Only where the loss is a mean over all labels, none of them weighted. A loss far below is no
 * fault: weights may have been loaded.
 */
public final class FirstLoss {

  private static final Set<String> TYPES =
      Set.of("SoftmaxWithLoss", "NLLLoss", "MultinomialLogisticLoss");
  private static final List<String> CHANGES =
      List.of("normalization", "normalize", "class_weights", "label_smoothing");
  private static final double FAR = 5;

  private FirstLoss() {}

  /** Returns what there is to warn of, to be asked after the first forward sweep. */
  public static List<Warning> of(Net net) {
    return net.layers().stream()
        .filter(FirstLoss::isMeanOverClasses)
        .filter(layer -> loss(layer) > FAR * Math.log(classes(layer)))
        .map(FirstLoss::warning)
        .toList();
  }

  private static boolean isMeanOverClasses(NetLayer layer) {
    return TYPES.contains(layer.type())
        && layer.bottoms().size() == 2
        && layer.lossWeights().get(0) > 0
        && classes(layer) > 1
        && layer.definition().options().keys().stream().noneMatch(CHANGES::contains);
  }

  /** There is a label for each place, and a score for each class at each place. */
  private static int classes(NetLayer layer) {
    return layer.bottoms().get(0).count() / Math.max(1, layer.bottoms().get(1).count());
  }

  private static double loss(NetLayer layer) {
    return layer.loss() / layer.lossWeights().get(0);
  }

  private static Warning warning(NetLayer layer) {
    return new Warning(
        "first loss/" + layer.name(),
        "the first loss of layer '%s' (%s) is %s, where guessing among %d classes costs %s: the weights may begin too large, or the data may want scaling"
            .formatted(
                layer.name(),
                layer.type(),
                Figure.of(loss(layer)),
                classes(layer),
                Figure.of(Math.log(classes(layer)))));
  }
}
