package listenersofoneoptions;

import com.google.inject.Inject;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;

@TypeName("faulty:Other")
public final class Other implements TrainingListener {

  @Inject
  Other(listenersofoneoptions.Options options) {}
}
