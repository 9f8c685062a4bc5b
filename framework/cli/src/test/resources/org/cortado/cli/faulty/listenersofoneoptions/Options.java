package listenersofoneoptions;

import org.cortado.api.training.TrainingListener;

public record Options() implements TrainingListener.Options {}
