package org.cortado.drawing;

import java.awt.Color;
import java.util.Arrays;
import java.util.Set;
import org.cortado.engine.net.NetLayer;

/** Layers that do like things, and share a colour. */
enum Family {
  DATA(0xE8EDF3, 0x8595A8),
  LINEAR(0xD8E7F8, 0x5B8CC4),
  POOLING(0xF9DEDA, 0xC9776B),
  ACTIVATION(0xFBEBCF, 0xCB9D45),
  NORMALIZATION(0xE3F0DC, 0x7FAA69),
  ARITHMETIC(0xD9F0EE, 0x58A59D),
  SHAPE(0xEEEAE4, 0xA3988A),
  LOSS(0xE9DFF3, 0x9575B5),
  OTHER(0xF4F4F4, 0x9A9A9A);

  private static final Set<String> POOLINGS =
      Set.of("Pooling", "AdaptivePooling", "SPP", "Upsample");
  private static final Set<String> NORMALIZATIONS =
      Set.of("BatchNorm", "GroupNorm", "InstanceNorm", "LayerNorm", "LRN", "MVN", "Dropout");
  private static final Set<String> ARITHMETIC_TYPES =
      Set.of(
          "Add",
          "Bias",
          "Divide",
          "Eltwise",
          "MatMul",
          "Max",
          "Mean",
          "Min",
          "Multiply",
          "Norm",
          "Reduction",
          "Scale",
          "Subtract",
          "Sum");
  private static final Set<String> SHAPES =
      Set.of(
          "ArgMax",
          "BatchReindex",
          "Concat",
          "Crop",
          "Filter",
          "Flatten",
          "Gather",
          "Identity",
          "Im2col",
          "Pad",
          "Permute",
          "Reshape",
          "Silence",
          "Slice",
          "Split",
          "Squeeze",
          "Tile",
          "Unsqueeze");
  private static final Set<String> LOSSES =
      Set.of("Accuracy", "LogSoftmax", "Softmax", "SoftmaxWithLoss");

  private final Color fill;
  private final Color edge;

  Family(int fill, int edge) {
    this.fill = new Color(fill);
    this.edge = new Color(edge);
  }

  /** Returns the colour of the inside. */
  Color fill() {
    return fill;
  }

  /** Returns the colour of the outline. */
  Color edge() {
    return edge;
  }

  /** Returns the family of a layer: that of its type, else what its part in the net suggests. */
  static Family of(NetLayer layer) {
    if (layer.definition().bottoms().isEmpty()) {
      return DATA;
    }
    return Arrays.stream(values())
        .filter(family -> family.types().contains(layer.type()))
        .findFirst()
        .orElseGet(() -> suggested(layer));
  }

  private Set<String> types() {
    return switch (this) {
      case POOLING -> POOLINGS;
      case NORMALIZATION -> NORMALIZATIONS;
      case ARITHMETIC -> ARITHMETIC_TYPES;
      case SHAPE -> SHAPES;
      case LOSS -> LOSSES;
      case DATA, LINEAR, ACTIVATION, OTHER -> Set.of();
    };
  }

  private static Family suggested(NetLayer layer) {
    if (layer.type().endsWith("Loss")) {
      return LOSS;
    }
    if (layer.layer().parameters().stream().anyMatch(blob -> blob.shape().axes() > 1)) {
      return LINEAR;
    }
    return layer.bottoms().size() == 1 && keepsShape(layer) ? ACTIVATION : OTHER;
  }

  private static boolean keepsShape(NetLayer layer) {
    return layer.tops().size() == 1
        && layer.tops().get(0).shape().equals(layer.bottoms().get(0).shape());
  }
}
