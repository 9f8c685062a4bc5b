package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;

/** Runs the checker on a layer that a test made. */
final class Checks {

  static final GradientSettings SETTINGS = GradientSettings.defaults();
  static final GradientSettings EACH = SETTINGS.withObjective(Objective.EACH_ELEMENT);

  private Checks() {}

  static GradientReport check(Layer layer, Blob... bottoms) {
    return check(SETTINGS, layer, bottoms);
  }

  static GradientReport check(GradientSettings settings, Layer layer, Blob... bottoms) {
    List<Blob> bottom = List.of(bottoms);
    List<Blob> top = List.of(Fakes.empty(), Fakes.empty()).subList(0, tops(layer));
    layer.setUp(bottom, top);
    layer.reshape(bottom, top);
    return new GradientChecker(settings).check(layer, bottom, top);
  }

  private static int tops(Layer layer) {
    LayerType type = layer.getClass().getAnnotation(LayerType.class);
    return type != null && type.loss() ? 2 : 1;
  }

  static BlobReport only(GradientReport report) {
    assertThat(report.blobs()).hasSize(1);
    return report.blobs().get(0);
  }
}
