package org.cortado.engine.solver;

import java.nio.file.Path;
import org.cortado.api.DataException;
import org.cortado.api.Phase;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.rate.Schedule;

/**
 * The learning rate of a training, told before it begins.
 *
 * @param schedule the rates, in iterations
 * @param pace what iterations are in epochs; {@link Pace#UNKNOWN} where nothing tells
 */
public record SchedulePreview(Schedule schedule, Pace pace) {

  /**
   * Looks at the data of the net that learns, whose parameters get no values.
   *
   * @param dataFolder what relative data paths of the net are resolved against
   * @throws DefinitionException with all that is wrong with the net
   * @throws DataException if data are missing or unreadable
   */
  public static SchedulePreview of(TrainingFiles files, Path dataFolder, NetFactory factory) {
    SolverDefinition definition = files.solver().definition();
    NetSettings settings =
        NetSettings.of(Phase.TRAIN, definition.seed(), dataFolder)
            .at(definition.state(Phase.TRAIN));
    try (Net net = factory.plan(files.net(), settings)) {
      return at(new ScalarOutputs(net).pace(definition.iterSize()), files.solver());
    }
  }

  /**
   * Tells what can be told where there are no data.
   *
   * @param missing what is wrong with them
   * @throws DataException the same with a word more, if the file counts in epochs or samples
   */
  public static SchedulePreview without(DataException missing, TrainingFiles files) {
    try {
      return at(Pace.UNKNOWN, files.solver());
    } catch (DefinitionException e) {
      throw new DataException(
          missing.getMessage()
              + "\nthe solver counts in epochs or samples, which are so many iterations as the data"
              + " say",
          missing);
    }
  }

  private static SchedulePreview at(Pace pace, SolverFile file) {
    SolverDefinition definition = file.at(pace);
    return new SchedulePreview(
        new Schedule(definition.lrPolicy(), definition.baseLr(), definition.maxIter()), pace);
  }
}
