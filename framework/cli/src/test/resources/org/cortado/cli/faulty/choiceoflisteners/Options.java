package choiceoflisteners;

import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;

@TypeName("faulty:options")
public record Options() implements TrainingListener.Options {}
