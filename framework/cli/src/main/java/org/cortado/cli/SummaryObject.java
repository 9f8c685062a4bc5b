package org.cortado.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cortado.api.window.ReceptiveField;
import org.cortado.engine.inspect.Activations;
import org.cortado.engine.inspect.LayerSummary;
import org.cortado.engine.inspect.NetSummary;

/** The summary of a net for JSON. */
record SummaryObject(NetSummary net) {

  /**
   * Returns {@code net}, {@code phase}, {@code items} ({@code null} where the inputs don't agree),
   * {@code layers} and {@code total}.
   */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("net", net.name());
    object.put("phase", net.phase().name().toLowerCase(Locale.ROOT));
    object.put("items", net.items() == 0 ? NullNode.getInstance() : net.items());
    object.put("layers", net.layers().stream().map(this::object).toList());
    object.put("total", total());
    return object;
  }

  private Map<String, Object> object(LayerSummary layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", layer.name());
    object.put("type", layer.type());
    object.put("tops", layer.tops().stream().map(SummaryObject::object).toList());
    costs(
        object, layer.parameters(), layer.statistics(), layer.multiplyAdds(), layer.activations());
    object.put("receptive_field", object(layer.receptiveField()));
    return object;
  }

  private static Map<String, Object> object(LayerSummary.Top top) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", top.name());
    object.put("shape", top.shape().dims());
    return object;
  }

  private static Object object(ReceptiveField field) {
    List<Long> sizes = field.axes().stream().map(ReceptiveField.Axis::elements).toList();
    return field.isWhole() ? field.toString() : sizes;
  }

  private Map<String, Object> total() {
    Map<String, Object> object = new LinkedHashMap<>();
    costs(object, net.parameters(), net.statistics(), net.multiplyAdds(), net.activations());
    return object;
  }

  private void costs(
      Map<String, Object> object,
      long parameters,
      long statistics,
      long multiplyAdds,
      Activations activations) {
    object.put("parameters", parameters);
    object.put("statistics", statistics);
    object.put("multiply_adds", multiplyAdds);
    object.put(
        "multiply_adds_per_item",
        net.items() == 0 ? NullNode.getInstance() : net.ofItem(multiplyAdds));
    object.put("training_bytes", activations.training());
    object.put("inference_bytes", activations.inference());
  }
}
