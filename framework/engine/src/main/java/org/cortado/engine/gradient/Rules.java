package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** Checks what backward must do besides computing the right numbers. */
final class Rules {

  static final String ADDS =
      "backward must add to the diff of a parameter, but leaves other than the sum there";
  static final String OVERWRITES =
      "backward must add to the diff of a parameter, but overwrites it";
  static final String LEAVES_ALONE =
      "backward must leave the diff of a bottom alone when propagateDown is false, but writes it";

  private static final double ROUNDING = 1e-4;

  private final Subject subject;
  private final Sweep sweep;
  private final Map<String, List<String>> faults = new TreeMap<>();

  Rules(Subject subject, Sweep sweep) {
    this.subject = subject;
    this.sweep = sweep;
  }

  /** Returns the faults of each blob that has some, by its name. */
  Map<String, List<String>> faults(Target target) {
    faults.clear();
    float[] outputs = sweep.forward();
    for (int bottom = 0; bottom < subject.bottoms().size(); bottom++) {
      checkLeftAlone(target, outputs, bottom);
    }
    checkAdded(target, outputs);
    return faults;
  }

  private void checkLeftAlone(Target target, float[] outputs, int bottom) {
    Tensor diff = subject.bottoms().get(bottom).diff();
    if (subject.isReadByBackward(diff)) {
      return;
    }
    boolean[] flags = subject.allFlags();
    flags[bottom] = false;
    sweep.clearParameterDiffs();
    sweep.backward(target, outputs, flags);
    for (float element : Sweep.copy(diff)) {
      if (!Float.isNaN(element)) {
        add(Subject.bottomName(bottom), LEAVES_ALONE);
        return;
      }
    }
  }

  private void checkAdded(Target target, float[] outputs) {
    List<Blob> parameters = subject.layer().parameters();
    sweep.clearParameterDiffs();
    sweep.backward(target, outputs, subject.allFlags());
    List<float[]> once = parameters.stream().map(Blob::diff).map(Sweep::copy).toList();
    sweep.backward(target, outputs, subject.allFlags());
    for (int i = 0; i < once.size(); i++) {
      checkAdded(Subject.parameterName(i), once.get(i), Sweep.copy(parameters.get(i).diff()));
    }
  }

  private void checkAdded(String name, float[] once, float[] twice) {
    if (!near(once, twice, 2)) {
      add(name, near(once, twice, 1) ? OVERWRITES : ADDS);
    }
  }

  /** A NaN is near to everything: the comparison of derivatives speaks of it. */
  private static boolean near(float[] once, float[] actual, float factor) {
    float scale = 0;
    for (float element : once) {
      scale = Math.max(scale, Math.abs(element));
    }
    for (int i = 0; i < once.length; i++) {
      if (Math.abs(actual[i] - factor * once[i]) > ROUNDING * scale) {
        return false;
      }
    }
    return true;
  }

  private void add(String blob, String fault) {
    faults.computeIfAbsent(blob, name -> new ArrayList<>()).add(fault);
  }
}
