package listenerinvalid;

import com.google.inject.Inject;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;

@TypeName("faulty:Listener")
public final class Broken implements TrainingListener {

  public record Options() implements TrainingListener.Options {}

  @Inject
  Broken(Options options) {
    throw new org.cortado.api.InvalidLayerException("volume must be at most 11");
  }
}
