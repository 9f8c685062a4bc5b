package org.cortado.drawing;

import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.net.NetLayer;

/** The signs that circuits have for simple functions. */
final class GateSymbol {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("Add", "+"),
          Map.entry("Subtract", "−"),
          Map.entry("Multiply", "×"),
          Map.entry("Divide", "÷"),
          Map.entry("Max", "max"),
          Map.entry("Min", "min"),
          Map.entry("Sum", "Σ"),
          Map.entry("Exp", "exp"),
          Map.entry("Log", "ln"),
          Map.entry("Reciprocal", "1/x"),
          Map.entry("AbsVal", "|x|"),
          Map.entry("Sigmoid", "σ"),
          Map.entry("TanH", "tanh"));

  private GateSymbol() {}

  /** Returns the sign of a layer, if its function has one. */
  static Optional<String> of(NetLayer layer) {
    MapNode options = layer.definition().options();
    return switch (layer.type()) {
      case "Power" -> power(options);
      case "MulConstant" -> stated(options, "constant").map(GateSymbol::times);
      case "AddConstant" -> stated(options, "constant").map(GateSymbol::plus);
      case "Log", "Exp" -> options.keys().isEmpty() ? symbol(layer) : Optional.empty();
      default -> symbol(layer);
    };
  }

  private static Optional<String> symbol(NetLayer layer) {
    return Optional.ofNullable(SYMBOLS.get(layer.type()));
  }

  private static Optional<String> power(MapNode options) {
    return options.keys().size() == 1
        ? stated(options, "scale")
            .map(GateSymbol::times)
            .or(() -> stated(options, "shift").map(GateSymbol::plus))
            .or(() -> stated(options, "power").map(GateSymbol::power))
        : Optional.empty();
  }

  private static Optional<String> stated(MapNode options, String key) {
    return options
        .get(key)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).text());
  }

  private static String times(String factor) {
    return "×" + factor.replace('-', '−');
  }

  private static String plus(String summand) {
    return summand.startsWith("-") ? summand.replace('-', '−') : "+" + summand;
  }

  private static String power(String exponent) {
    return exponent.equals("2") ? "x²" : "x^" + exponent;
  }
}
