package acme;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/** Values of one size whose sign is drawn by chance. */
@TypeName("acme:stripes")
@Help("plus or minus one value, by chance")
public record StripesFiller(@Default("0.1") @Help("the value") float size) implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, random.nextFloat() < 0.5f ? size : -size);
    }
  }
}
