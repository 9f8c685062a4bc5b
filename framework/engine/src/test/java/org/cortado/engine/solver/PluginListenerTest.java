package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cortado.api.training.TrainingListener;
import org.junit.jupiter.api.Test;

class PluginListenerTest {

  private final List<String> warnings = new ArrayList<>();
  private final List<Long> told = new ArrayList<>();

  private final SolverListener others =
      new SolverListener() {
        @Override
        public void warned(long iteration, String text) {
          warnings.add(iteration + ": " + text);
        }
      };

  private PluginListener listener(Throwable fault) {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void iterationDone(long iteration, double loss, double learningRate) {
            told.add(iteration);
            PluginListenerTest.<RuntimeException>fail(fault);
          }
        };
    return new PluginListener(failing, "'acme:Beep' of acme.jar", others);
  }

  /** Java lets only the compiler see which exceptions are checked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void fail(Throwable fault) throws T {
    throw (T) fault;
  }

  private static IterationReport iteration(long done) {
    return new IterationReport(done, 1, 0.1, 4, Map.of());
  }

  @Test
  void tellsAListenerThatThrowsNothingMoreAndWarnsOnce() {
    PluginListener listener = listener(new IllegalStateException("no sound"));
    listener.iterationDone(iteration(1));
    listener.iterationDone(iteration(2));
    assertThat(told).containsExactly(1L);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(
            "1: listener 'acme:Beep' of acme.jar failed in iterationDone and is told nothing more:"
                + " java.lang.IllegalStateException: no sound, at ");
  }

  @Test
  void survivesErrorsAndWhatOughtToBeDeclared() {
    listener(new NoClassDefFoundError("com/acme/Sound")).iterationDone(iteration(1));
    listener(new Exception("torn")).iterationDone(iteration(1));
    assertThat(warnings).hasSize(2);
  }
}
