package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Place;
import org.cortado.engine.inspect.LayerPresence;
import org.cortado.engine.inspect.LayerReport;
import org.cortado.engine.inspect.ParameterReport;
import org.cortado.engine.net.Parameter;

/** What there is to say of a layer, for JSON. */
record WhyObject(LayerReport layer, Optional<Rates> rates) {

  /** Returns what there is of a layer whether it is in or not, and then all else. */
  Map<String, Object> object() {
    Map<String, Object> object = of(layer.presence());
    object.put("bottoms", layer.bottoms().stream().map(WhyObject::object).toList());
    object.put("tops", layer.tops().stream().map(WhyObject::object).toList());
    object.put("in_place", layer.inPlace());
    object.put("backward", layer.gradient().runs());
    object.put("backward_reason", layer.gradient().reason());
    object.put("parameters", layer.parameters().stream().map(this::object).toList());
    return object;
  }

  /** Returns {@code layer}, {@code type}, {@code in}, {@code reason} and where it comes from. */
  static Map<String, Object> of(LayerPresence layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", layer.name());
    object.put("type", layer.type());
    object.put("in", layer.verdict().isIn());
    object.put("reason", layer.verdict().reason());
    object.put("place", object(layer.place()));
    object.put("uses", layer.place().uses().stream().map(WhyObject::object).toList());
    return object;
  }

  private static Map<String, Object> object(Place place) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", place.file());
    object.put("line", place.line());
    object.put("column", place.column());
    return object;
  }

  private static Map<String, Object> object(Place.Use use) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("prefix", use.prefix());
    object.put("place", object(use.place()));
    return object;
  }

  private static Map<String, Object> object(LayerReport.Bottom bottom) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("blob", bottom.blob());
    object.put("shape", bottom.shape().dims());
    object.put("writer", bottom.writer());
    object.put("gradient", bottom.gradient().runs());
    object.put("gradient_reason", bottom.gradient().reason());
    return object;
  }

  private static Map<String, Object> object(LayerReport.Top top) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("blob", top.blob());
    object.put("shape", top.shape().dims());
    object.put("readers", top.readers());
    return object;
  }

  private Map<String, Object> object(ParameterReport parameter) {
    Parameter owner = parameter.owner();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("index", parameter.index());
    object.put("shape", owner.blob().shape().dims());
    object.put("owner", owner.layer());
    object.put("ownership", parameter.ownership().name().toLowerCase(Locale.ROOT));
    object.put("users", parameter.users());
    parameter.filler().ifPresent(filler -> object.put("filler", JsonTree.of(filler)));
    object.put("learned", owner.blob().takesGradient() && owner.lrMult() != 0);
    object.put("lr_mult", owner.lrMult());
    object.put("decay_mult", owner.decayMult());
    owner.maxNorm().ifPresent(norm -> object.put("max_norm", norm));
    rates.ifPresent(rate -> object.put("learning_rate", rate.rate(owner)));
    rates.ifPresent(rate -> object.put("decay", rate.decay(owner)));
    return object;
  }
}
