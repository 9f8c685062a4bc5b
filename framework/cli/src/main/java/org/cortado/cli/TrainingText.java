package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.solver.LoadReport;
import org.cortado.engine.solver.TrainingResult;

/** What a training came to, in words and for JSON. */
record TrainingText(TrainingResult result, Optional<LoadReport> loaded) {

  /** Prints a summary. */
  void print(Output output) {
    output.say(
        "%s %d iterations in %s%s"
            .formatted(
                result.interrupted() ? "stopped after" : "trained",
                result.iterations(),
                Figures.duration(result.seconds()),
                result.iterationsPerSecond() == 0
                    ? ""
                    : ", " + Figures.rate(result.iterationsPerSecond()) + " a second"));
    result.endedEarly().ifPresent(reason -> output.say("ended early: " + reason));
    Table table = new Table();
    table.add("train", "loss " + Figures.number(result.trainLoss()));
    result.tests().forEach((name, test) -> table.add(name, new TestText(test).line()));
    table.add("weights", result.weights().toString());
    table.print("  ", output::say);
    output.json(object());
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("iterations", result.iterations());
    object.put("seconds", result.seconds());
    object.put("iterations_per_second", result.iterationsPerSecond());
    object.put("train.loss", result.trainLoss());
    result.tests().forEach((name, test) -> object.putAll(new TestText(test).object(name)));
    loaded.ifPresent(report -> object.put("loaded", new LoadText(report).object()));
    result.endedEarly().ifPresent(reason -> object.put("ended_early", reason));
    object.put("weights", result.weights().toString());
    object.put("run", result.run().toString());
    return object;
  }
}
