package org.cortado.engine.solver;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayAverageTest {

  private final SolverListener listener = mock(SolverListener.class);

  @Test
  void averagesTheIterationsSinceTheLastReport() {
    DisplayAverage average = new DisplayAverage(2, listener);
    for (int i = 1; i <= 5; i++) {
      average.iterationDone(report(i));
    }
    verify(listener).displayed(new TrainReport(2, 1.5, 0.2, Map.of("loss", 3.0)));
    verify(listener).displayed(new TrainReport(4, 3.5, 0.4, Map.of("loss", 7.0)));
    verifyNoMoreInteractions(listener);
  }

  @Test
  void reportsTheRestAtTheEnd() {
    DisplayAverage average = new DisplayAverage(0, listener);
    average.iterationDone(report(1));
    average.iterationDone(report(2));
    verifyNoMoreInteractions(listener);
    average.flush();
    average.flush();
    verify(listener).displayed(new TrainReport(2, 1.5, 0.2, Map.of("loss", 3.0)));
    verifyNoMoreInteractions(listener);
  }

  private static IterationReport report(int iteration) {
    return new IterationReport(
        iteration, iteration, iteration / 10.0, 1, Map.of("loss", 2.0 * iteration));
  }
}
