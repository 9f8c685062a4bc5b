package org.cortado.layers.core.composite;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** A layer that is connected as a test says, for what no good layer does. */
@LayerType(name = "test:Connected", bottoms = 0, maxBottoms = LayerType.ANY)
@Help("parts in a row, or in disorder")
final class ConnectedLayer extends CompositeLayer {

  /** What a test says of it. */
  record Options(
      @Default("[]") @Help("the types of the parts, of which each reads the one before")
          List<String> row,
      @Default("false") @Help("whether a wire of an earlier layer comes first") boolean strange) {}

  private static final List<Wire> STRANGE = new ArrayList<>();

  private final Options options;

  @Inject
  ConnectedLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend);
    this.options = options;
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    List<Wire> now = options.strange() ? List.copyOf(STRANGE) : bottoms;
    for (String type : options.row()) {
      now = List.of(part(type, type, optionsOf(type), now.toArray(new Wire[0])));
    }
    STRANGE.clear();
    STRANGE.addAll(now);
    return now;
  }

  private static Map<String, ?> optionsOf(String type) {
    return type.equals("Parameter")
        ? Map.of("shape", List.of(2), "filler", Map.of("type", "constant", "value", 3))
        : Map.of();
  }

  /** Adds a part when it is too late. */
  void addLate() {
    part("late", "Flatten", Map.of());
  }
}
