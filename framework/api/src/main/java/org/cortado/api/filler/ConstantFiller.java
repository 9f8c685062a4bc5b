package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/** Gives every element one value. */
@TypeName("constant")
@Help("one value everywhere")
public record ConstantFiller(@Default("0") @Help("the value") float value) implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, value);
    }
  }
}
