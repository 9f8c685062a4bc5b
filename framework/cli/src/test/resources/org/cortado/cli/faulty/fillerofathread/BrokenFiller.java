package fillerofathread;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

@TypeName("faulty:filler")
public record BrokenFiller(Thread worker) implements Filler {

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {}
}
