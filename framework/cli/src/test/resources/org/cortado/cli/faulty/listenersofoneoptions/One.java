package listenersofoneoptions;

import com.google.inject.Inject;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;

@TypeName("faulty:One")
public final class One implements TrainingListener {

  @Inject
  One(listenersofoneoptions.Options options) {}
}
