package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.filler.GaussianFiller;
import org.cortado.api.filler.UniformFiller;
import org.cortado.api.filler.XavierFiller;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** Options of every kind that there is. */
record Sample(
    @Help("how many") @Range(min = 1) int count,
    @Default("7") long total,
    @Default("0.01") @Range(min = 0) float baseRate,
    @Default("0.5") @Range(min = 0, below = 1) double ratio,
    @Default("true") boolean bias,
    @Default("none") String label,
    @Default("max") Pool pool,
    @Default("data.gz") Path source,
    @Default("[1, 2]") Shape shape,
    @Range(above = 0) List<Integer> sizes,
    Optional<Integer> limit,
    Optional<Inner> inner,
    @Default("{type: xavier}") Filler filler) {

  static final Map<String, Class<? extends Record>> FILLERS =
      Map.of(
          "constant", ConstantFiller.class,
          "gaussian", GaussianFiller.class,
          "uniform", UniformFiller.class,
          "xavier", XavierFiller.class);

  Sample {
    if (count == 13) {
      throw new InvalidLayerException("13 brings bad luck");
    }
  }

  enum Pool {
    MAX,
    AVE,
    FAN_IN
  }

  record Inner(@Range(min = 1) int interval) {}

  static Variants variants() {
    return type -> type == Filler.class ? FILLERS : Map.of();
  }
}
