package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.engine.net.Parameter;

/**
 * Updates the parameters of a net, each in one pass over its memory, on all threads.
 *
 * <p>Begins with histories of zeros; updating allocates nothing.
 */
final class ParameterUpdater implements AutoCloseable {

  private final Parallel parallel;
  private final float weightDecay;
  private final List<LearningParameter> learning = new ArrayList<>();

  /** Makes one for those of the parameters that learn at all. */
  ParameterUpdater(List<Parameter> parameters, SolverDefinition definition, Backend backend) {
    parallel = backend.parallel();
    weightDecay = definition.weightDecay();
    UpdateRule rule = new MomentumRule(definition.momentum());
    LearningParameter.Chunk[] chunks =
        Stream.generate(LearningParameter.Chunk::new)
            .limit(parallel.threads())
            .toArray(LearningParameter.Chunk[]::new);
    try {
      for (Parameter parameter : parameters) {
        if (parameter.lrMult() != 0) {
          learning.add(
              new LearningParameter(
                  parameter,
                  rule,
                  definition.regularizationType(),
                  backend.memory().allocate(Math.max(1, parameter.blob().count())),
                  chunks));
        }
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Takes one step along the gradients of all parameters. */
  void update(double rate) {
    for (LearningParameter parameter : learning) {
      parameter.update(parallel, rate, weightDecay);
    }
  }

  @Override
  public void close() {
    learning.forEach(LearningParameter::close);
  }
}
