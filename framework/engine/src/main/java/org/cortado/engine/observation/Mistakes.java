package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.Observation;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.TrainingResult;

/**
 * Tells at the end of a training which classes its net takes for which, and keeps pictures of those
 * items that it is wrong about and most sure of.
 *
 * <p>Shows the whole test set once more. An interrupted training ends without it.
 */
final class Mistakes implements SolverListener {

  /** Beyond so many classes nobody reads a matrix of them. */
  private static final int MOST_CLASSES = 200;

  private final ClassScores scores;
  private final RunFolder folder;
  private final SolverListener listener;

  Mistakes(ClassScores scores, RunFolder folder, SolverListener listener) {
    this.scores = scores;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public void finished(TrainingResult result) {
    if (!result.interrupted()) {
      Judgement judgement = new Judgement(scores);
      judgement.run();
      tellConfusion(result.iterations(), judgement.confusion());
      tellMistakes(result.iterations(), judgement.worst());
    }
  }

  private void tellConfusion(long iteration, Confusion confusion) {
    if (confusion.classes() <= MOST_CLASSES) {
      listener.observed(new Observation(iteration, "confusion", confusion.values()));
    }
  }

  private void tellMistakes(long iteration, List<Mistake> worst) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("items", worst.stream().map(Mistake::values).toList());
    listener.observed(new Observation(iteration, "mistakes", values));
    PictureFile.write(folder.mistakes(), worst.stream().map(Mistake::picture).toList());
  }
}
