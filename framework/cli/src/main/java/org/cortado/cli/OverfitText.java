package org.cortado.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.OverfitResult;
import org.cortado.engine.solver.OverfitResult.ConstantOutput;
import org.cortado.engine.solver.OverfitResult.WeakGradient;

/**
 * What came of training on one batch, in words and for JSON.
 *
 * @param net the net's name
 * @param madeUp the inputs whose values were made up, since no layer gives them any
 */
record OverfitText(String net, List<String> madeUp, OverfitResult result) {

  /** Prints the verdict, and what was noticed beside. */
  void print(Output output) {
    if (!madeUp.isEmpty()) {
      output.say("values were made up for " + String.join(", ", madeUp));
    }
    output.say(verdict());
    result.gradients().forEach(weak -> output.say("  " + words(weak)));
    result.constant().forEach(constant -> output.say("  " + words(constant)));
    hints().forEach(hint -> output.say("  look at: " + hint));
    output.json(object());
  }

  private String verdict() {
    return "%s %s: the loss of one batch %s from %s to %s in %d iterations"
        .formatted(
            net,
            result.learned() ? "can learn" : "doesn't learn",
            result.learned() ? "fell" : "went only",
            Figures.number(result.firstLoss()),
            Figures.number(result.lastLoss()),
            result.iterations());
  }

  private static String words(WeakGradient weak) {
    return weak.part() == 0
        ? "parameter '%s' had no gradient but 0, ever (%s)"
            .formatted(weak.parameter(), weak.reason())
        : "parameter '%s' had a vanishing gradient: at most %s of the largest in the net"
            .formatted(weak.parameter(), Figures.number(weak.part()));
  }

  private static String words(ConstantOutput constant) {
    return "layer '%s' gives %s everywhere in '%s'"
        .formatted(constant.layer(), Figures.number(constant.value()), constant.blob());
  }

  private List<String> hints() {
    List<String> hints = new ArrayList<>();
    if (result.learned()) {
      return hints;
    }
    if (!result.constant().isEmpty()) {
      hints.add("the fillers of the layers before the first that is the same everywhere");
    }
    if (!result.gradients().isEmpty()) {
      hints.add("what cuts the gradient above those layers: 'cortado why SOLVER LAYER'");
    }
    if (hints.isEmpty()) {
      hints.add(
          result.lastLoss() < result.firstLoss()
              ? "base_lr, which may be too low, and --seconds, which may be too few"
              : "base_lr, which may be too high, and the labels");
    }
    return hints;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("net", net);
    object.put("made_up_inputs", madeUp);
    object.put("learned", result.learned());
    object.put("iterations", result.iterations());
    object.put("first_loss", result.firstLoss());
    object.put("last_loss", result.lastLoss());
    object.put("weak_gradients", result.gradients().stream().map(OverfitText::object).toList());
    object.put("constant_outputs", result.constant().stream().map(OverfitText::object).toList());
    return object;
  }

  private static Map<String, Object> object(WeakGradient weak) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("parameter", weak.parameter());
    object.put("layer", weak.layer());
    object.put("part_of_largest", weak.part());
    object.put("reason", weak.reason());
    return object;
  }

  private static Map<String, Object> object(ConstantOutput constant) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", constant.layer());
    object.put("blob", constant.blob());
    object.put("value", constant.value());
    return object;
  }
}
