package org.cortado.engine.observation;

import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.net.Net;
import org.cortado.engine.solver.Observers;
import org.cortado.engine.solver.SolverListener;

/**
 * All that a run's report shows beside losses and metrics; of several tests it is that of the
 * first.
 */
public final class TrainingObservers implements Observers {

  @Override
  public List<SolverListener> of(Subject subject) {
    SolverListener listener = subject.listener();
    List<SolverListener> observers = new ArrayList<>();
    observers.add(new ParameterSizes(listener));
    subject.tests().entrySet().stream()
        .findFirst()
        .ifPresent(
            test -> {
              Net net = test.getValue();
              observers.add(new ActivationStatistics(test.getKey(), net, listener));
              ClassScores.of(net)
                  .ifPresent(
                      scores -> observers.add(new Mistakes(scores, subject.folder(), listener)));
            });
    observers.add(new Throughput(listener)); // last, so as not to time the others
    return observers;
  }
}
