package org.cortado.engine.solver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.NumbersException;
import org.cortado.engine.net.DataFeed;
import org.cortado.engine.net.Net;
import org.cortado.engine.watch.WatchDog;

/**
 * Averages what a net puts out over a test set.
 *
 * <p>Each batch counts as much as it has items, so that the average is that of the items, however
 * they fall into batches; what a {@link org.cortado.api.MetricLayer} measures is asked for at the
 * end. The net's random numbers are the same in every test.
 */
public final class Tester {

  private final Net net;
  private final ScalarOutputs outputs;
  private final RoundMetrics metrics;
  private final WatchDog dog;
  private final long count;

  private Tester(Net net, ScalarOutputs outputs, long count) {
    this.net = net;
    this.outputs = outputs;
    metrics = new RoundMetrics(net, outputs.names());
    dog = new WatchDog(net, 0);
    this.count = count;
  }

  /**
   * Returns a tester that shows each item of the net's data layers once; nothing if the net has no
   * data layer.
   *
   * @throws DataException if the data layers have no items, or not equally many
   */
  public static Optional<Tester> ofAllItems(Net net) {
    ScalarOutputs outputs = new ScalarOutputs(net);
    return outputs.dataLayers().isEmpty()
        ? Optional.empty()
        : Optional.of(new Tester(net, outputs, itemCount(outputs.dataLayers())));
  }

  /**
   * Returns a tester that runs a net forward so many times, each counting as much.
   *
   * @throws IllegalArgumentException if the net has data layers, which tell how long a test is
   */
  public static Tester ofPasses(Net net, long passes) {
    if (!net.dataLayers().isEmpty()) {
      throw new IllegalArgumentException("net '" + net.name() + "' has data layers");
    }
    return new Tester(net, new ScalarOutputs(net), passes);
  }

  private static long itemCount(List<DataFeed> dataLayers) {
    DataFeed first = dataLayers.get(0);
    for (DataFeed layer : dataLayers) {
      if (layer.itemCount() != first.itemCount()) {
        throw new DataException(
            "a test shows each item once, but " + items(first) + " and " + items(layer));
      }
    }
    if (first.itemCount() < 1) {
      throw new DataException("there is nothing to test with: " + items(first));
    }
    return first.itemCount();
  }

  private static String items(DataFeed layer) {
    return "layer '" + layer.name() + "' has " + layer.itemCount() + " items";
  }

  /**
   * Runs the net over the whole test set.
   *
   * @throws DataException if a data layer doesn't stop where its items end
   * @throws NumbersException if the loss, or an output that is a single number, becomes NaN or
   *     infinite; of a metric that is no mean, its value at the end
   */
  public TestResult run() {
    net.seek(0);
    WeightedMeans means = new WeightedMeans();
    metrics.begin();
    long shown = 0;
    for (long pass = 0; shown < count; pass++) {
      net.iteration(pass);
      net.forward();
      int items = shownByPass();
      Map<String, Double> values = outputs.values();
      dog.checkTest(net.loss(), metrics.leftOutOf(values), pass);
      means.add(net.loss(), values, items);
      shown += items;
    }
    requireAll(shown);
    return new TestResult(means.loss(), metrics.replacedIn(means.values()), shown);
  }

  private int shownByPass() {
    List<DataFeed> dataLayers = outputs.dataLayers();
    if (dataLayers.isEmpty()) {
      return 1;
    }
    int items = outputs.items();
    for (DataFeed layer : dataLayers) {
      int others = layer.shown();
      if (others != items || items < 1) {
        throw new DataException(
            "layer '%s' gave a batch of %d items where '%s' gave one of %d"
                .formatted(layer.name(), others, dataLayers.get(0).name(), items));
      }
    }
    return items;
  }

  private void requireAll(long shown) {
    if (shown != count) {
      throw new DataException(
          "a test showed %d items of %d: the last batch must end with the set"
              .formatted(shown, count));
    }
  }
}
