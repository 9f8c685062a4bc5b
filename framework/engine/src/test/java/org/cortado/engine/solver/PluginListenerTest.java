package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
          public void iterationDone(Iteration iteration) {
            told.add(iteration.number());
            PluginListenerTest.<RuntimeException>fail(fault);
          }
        };
    return new PluginListener(failing, "'acme:Beep' of acme.jar", 9, others);
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

  @Test
  void saysOnOneLineWhatWasThrown() {
    listener(new IllegalStateException("no sound\nat all")).iterationDone(iteration(1));
    assertThat(warnings).singleElement().asString().doesNotContain("at all").doesNotContain("\n");
  }

  @Test
  void endsWithCausesThatGoRoundInACircle() {
    IllegalStateException fault = new IllegalStateException("round");
    fault.initCause(new IllegalArgumentException("and round", fault));
    listener(fault).iterationDone(iteration(1));
    assertThat(warnings).singleElement().asString().contains("IllegalStateException: round");
  }

  @Test
  void leavesToOthersThatMemoryRanOut() {
    PluginListener listener = listener(new OutOfMemoryError("test"));
    assertThatThrownBy(() -> listener.iterationDone(iteration(1)))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(warnings).isEmpty();
  }

  /** Writes down all it is told. */
  private static final class Witness implements TrainingListener {

    private final List<Object> heard = new ArrayList<>();

    @Override
    public void started(Start start) {
      heard.add(start);
    }

    @Override
    public void tested(TrainingListener.Test found) {
      heard.add(found);
    }

    @Override
    public void failed(String reason) {
      heard.add(reason);
    }
  }

  private List<Object> heard(Consumer<SolverListener> events) {
    Witness witness = new Witness();
    events.accept(new PluginListener(witness, "'acme:Beep' of acme.jar", 9, others));
    return witness.heard;
  }

  @Test
  void saysWhereATrainingGoesOn() {
    assertThat(heard(listener -> listener.started(5)))
        .containsExactly(new TrainingListener.Start(5, 9));
  }

  @Test
  void tellsTheLossApartFromAnOutputOfThatName() {
    TestResult result = new TestResult(3, Map.of("loss", 2.0), 4);
    assertThat(heard(listener -> listener.tested(new TestReport("test", 7, result))))
        .containsExactly(new TrainingListener.Test(7, "test", 3, Map.of("loss", 2.0)));
  }

  @Test
  void tellsOfAnEndOnce() {
    assertThat(
            heard(
                listener -> {
                  listener.failed("no more");
                  listener.failed("and again");
                }))
        .containsExactly("no more");
  }

  @Test
  void givesTheThreadTheClassLoaderOfTheListener() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    List<ClassLoader> seen = new ArrayList<>();
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public void started(Start start) {
            seen.add(thread.getContextClassLoader());
          }
        };
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      new PluginListener(looking, "'acme:Beep' of acme.jar", 9, others).started(0);
      assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(seen).containsExactly(getClass().getClassLoader());
  }
}
