package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.DataLayer;
import org.cortado.api.blob.Blob;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TestReport;

/**
 * Tells after each test how the values of each layer are spread over the first batch of the test.
 *
 * <p>Looks at each top as soon as its layer has run, since blobs share memory and layers work in
 * place. A test begins with the same first batch, so that nothing has to be put back.
 */
final class ActivationStatistics implements SolverListener {

  private final String test;
  private final Net net;
  private final SolverListener listener;

  /**
   * Makes one.
   *
   * @param test the name of the test
   * @param net is tested there
   * @param listener is told
   */
  ActivationStatistics(String test, Net net, SolverListener listener) {
    this.test = test;
    this.net = net;
    this.listener = listener;
  }

  @Override
  public void tested(TestReport report) {
    if (report.name().equals(test)) {
      look(report.iteration());
    }
  }

  private void look(long iteration) {
    net.seek(0);
    net.iteration(0);
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    List<NetLayer> layers = net.layers();
    for (int i = 0; i < layers.size(); i++) {
      net.forward(i, i + 1);
      look(layers.get(i), found);
    }
    listener.observed(new Observation(iteration, "activations", Map.of("layers", found)));
  }

  private static void look(NetLayer layer, Map<String, Map<String, Object>> found) {
    if (layer.isInserted() || layer.layer() instanceof DataLayer) {
      return;
    }
    for (int top = 0; top < layer.tops().size(); top++) {
      Blob blob = layer.tops().get(top);
      if (blob.count() > 1) {
        String name = layer.tops().size() == 1 ? layer.name() : topName(layer, top);
        Spread.of(blob.data().read()).ifPresent(spread -> found.put(name, spread.values()));
      }
    }
  }

  private static String topName(NetLayer layer, int top) {
    return layer.name() + ":" + layer.definition().tops().get(top).name();
  }
}
