package org.cortado.engine.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.update.AveragedWeights;
import org.cortado.engine.update.WeightAveraging;

/** Averages the weights of a training, if it is asked to, and puts them in place for a while. */
final class Averages implements SolverListener, AutoCloseable {

  private static final String PREFIX = "average/";

  private final Optional<AveragedWeights> weights;

  Averages(Optional<WeightAveraging> asked, List<Parameter> parameters, Backend backend) {
    weights = asked.map(averaging -> new AveragedWeights(parameters, averaging, backend));
  }

  @Override
  public void iterationDone(IterationReport report) {
    weights.ifPresent(average -> average.observe(report.iteration()));
  }

  /** Does some work while the net has the averages for its weights. */
  void inPlace(Runnable work) {
    weights.ifPresent(AveragedWeights::swap);
    try {
      work.run();
    } finally {
      weights.ifPresent(AveragedWeights::swapBack);
    }
  }

  /** Returns the averages by name. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights.ifPresent(
        average -> average.tensors().forEach((key, each) -> tensors.put(PREFIX + key, each)));
    return tensors;
  }

  /** Returns how many weights have been averaged. */
  long count() {
    return weights.map(AveragedWeights::count).orElse(0L);
  }

  /** Goes on after so many. */
  void resume(long count) {
    weights.ifPresent(average -> average.restore(count));
  }

  @Override
  public void close() {
    weights.ifPresent(AveragedWeights::close);
  }
}
