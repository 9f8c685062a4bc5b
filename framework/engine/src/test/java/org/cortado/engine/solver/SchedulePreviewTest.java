package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.net.NetFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews trainings with batches of 4 out of 10 items. */
class SchedulePreviewTest {

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  private TrainingFiles files(String yaml) {
    bench.solver("net: net.yaml\nbase_lr: 1\n" + yaml);
    Problems problems = new Problems();
    Optional<TrainingFiles> files =
        TrainingFiles.read(
            bench.solverFile(), List.of(), Optional.empty(), bench.catalogue.variants(), problems);
    problems.throwIfAny();
    return files.orElseThrow();
  }

  private SchedulePreview preview(String yaml) {
    return SchedulePreview.of(files(yaml), folder, new NetFactory(bench.catalogue, bench.backend));
  }

  @Test
  void countsInIterations() {
    SchedulePreview preview =
        preview("max_iter: 4 epochs\nlr_policy: {type: step, gamma: 0.5, stepsize: 20 samples}\n");
    assertThat(preview.pace()).isEqualTo(new Pace(4, 10));
    assertThat(preview.schedule().length()).isEqualTo(10);
    assertThat(preview.schedule().rate(4)).isEqualTo(1);
    assertThat(preview.schedule().rate(5)).isEqualTo(0.5);
  }

  @Test
  void countsEveryBatchOfAnIteration() {
    SchedulePreview preview = preview("max_iter: 4 epochs\niter_size: 2\n");
    assertThat(preview.pace()).isEqualTo(new Pace(8, 10));
    assertThat(preview.schedule().length()).isEqualTo(5);
  }

  @Test
  void countsInIterationsAloneWhereDataAreMissing() {
    DataException missing = new DataException("there is no file 'a'");
    SchedulePreview preview = SchedulePreview.without(missing, files("max_iter: 7\n"));
    assertThat(preview.pace()).isEqualTo(Pace.UNKNOWN);
    assertThat(preview.schedule().length()).isEqualTo(7);
    TrainingFiles inEpochs = files("max_iter: 2 epochs\n");
    assertThatThrownBy(() -> SchedulePreview.without(missing, inEpochs))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("there is no file 'a'\nthe solver counts in epochs or samples");
  }
}
