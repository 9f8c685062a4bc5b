package org.cortado.engine.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Words;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.plugin.LayerCatalogue;

/** All of a net that can be compared: what its file says, and the shapes that come of it. */
public final class NetFacts {

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<LayerFacts> layers;
  private final Map<String, Map<String, String>> shapes = new LinkedHashMap<>();

  /** Takes in what a file says. */
  public NetFacts(NetDefinition net, LayerCatalogue catalogue) {
    FactsReader reader = new FactsReader(catalogue);
    settings.put("force_backward", Boolean.toString(net.forceBackward()));
    layers = net.layers().stream().map(reader::read).toList();
  }

  /** Takes in the shapes of the net as it is built for a phase; returns itself. */
  public NetFacts with(Net net) {
    String phase = " in phase " + Words.of(net.phase());
    for (NetLayer layer : net.layers()) {
      for (int i = 0; i < layer.tops().size(); i++) {
        add(layer, "shape of top " + i, layer.tops().get(i).shape().toString(), phase);
      }
      for (int i = 0; i < layer.layer().parameters().size(); i++) {
        String shape = layer.layer().parameters().get(i).shape().toString();
        add(layer, "shape of parameter " + i, shape, phase);
      }
    }
    return this;
  }

  /** The phase is told only where the shape is another than in the phase before. */
  private void add(NetLayer layer, String key, String shape, String phase) {
    Map<String, String> ofLayer =
        shapes.computeIfAbsent(layer.name(), any -> new LinkedHashMap<>());
    if (!ofLayer.getOrDefault(key, shape).equals(shape)) {
      ofLayer.put(key + phase, shape);
    } else {
      ofLayer.put(key, shape);
    }
  }

  Map<String, String> settings() {
    return settings;
  }

  List<LayerFacts> layers() {
    return layers;
  }

  Map<String, String> shapes(LayerFacts layer) {
    return shapes.getOrDefault(layer.name(), Map.of());
  }
}
