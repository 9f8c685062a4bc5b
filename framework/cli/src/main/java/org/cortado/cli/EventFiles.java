package org.cortado.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cortado.engine.observation.TrainingObservers;
import org.cortado.engine.solver.Observers;
import org.cortado.engine.solver.SolverListener;
import org.cortado.report.TensorBoard;
import picocli.CommandLine.Option;

/** {@code --tensorboard}: event files in the course of a training. */
final class EventFiles implements AutoCloseable {

  @Option(
      names = "--tensorboard",
      description = "Write event files for TensorBoard to RUN/tensorboard while it trains.")
  private boolean wanted;

  private final List<TensorBoard> open = new ArrayList<>();

  /** Returns what looks at a training, event files included where they are wanted. */
  Observers observers() {
    return subject -> {
      List<SolverListener> observers = new ArrayList<>(new TrainingObservers().of(subject));
      if (wanted) {
        observers.add(board(subject));
      }
      return observers;
    };
  }

  private TensorBoard board(Observers.Subject subject) {
    TensorBoard board =
        new TensorBoard(subject.folder().path().resolve("tensorboard"), Clock.systemUTC());
    open.add(board);
    return board;
  }

  @Override
  public void close() {
    open.forEach(TensorBoard::close);
  }
}
