package listenerofathread;

import com.google.inject.Inject;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;

@TypeName("faulty:listener")
public final class BrokenListener implements TrainingListener {

  public record Options(Thread worker) implements TrainingListener.Options {}

  @Inject
  BrokenListener(Options options) {}
}
