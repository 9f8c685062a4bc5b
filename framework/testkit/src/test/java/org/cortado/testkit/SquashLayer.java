package org.cortado.testkit;

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** A layer of one formula, whose derivative may read what it doesn't declare. */
@LayerType(name = "Squash", inPlace = true, backwardReads = Reads.TOP_DATA)
@Help("x / (1 + |x|)")
final class SquashLayer extends FormulaLayer {

  /** What a test says of a {@code Squash}. */
  record Options(@Default("false") @Help("whether backward reads x") boolean secretive) {}

  private final boolean secretive;

  @Inject
  SquashLayer(Options options, Backend backend) {
    super(backend);
    secretive = options.secretive();
  }

  @Override
  protected float value(float x) {
    return x / (1 + Math.abs(x));
  }

  @Override
  protected float derivative(float x, float y) {
    float slack = secretive ? 1 / (1 + Math.abs(x)) : 1 - Math.abs(y);
    return slack * slack;
  }
}
