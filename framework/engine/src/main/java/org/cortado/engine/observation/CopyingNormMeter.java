package org.cortado.engine.observation;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cortado.engine.net.Parameter;

/** Measures updates by what they leave of a copy of the parameters. */
final class CopyingNormMeter implements NormMeter {

  private final List<Parameter> parameters;
  private final Map<String, float[]> before = new LinkedHashMap<>();

  CopyingNormMeter(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  @Override
  public void beforeUpdate() {
    for (Parameter parameter : parameters) {
      float[] copy = new float[parameter.blob().count()];
      parameter.blob().data().read().get(0, copy);
      before.put(parameter.key(), copy);
    }
  }

  @Override
  public Map<String, Norms> afterUpdate() {
    Map<String, Norms> norms = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.blob().takesGradient()) {
        norms.put(parameter.key(), norms(parameter));
      }
    }
    before.clear();
    return norms;
  }

  private Norms norms(Parameter parameter) {
    FloatBuffer weights = parameter.blob().data().read();
    OptionalDouble update =
        Optional.ofNullable(before.get(parameter.key()))
            .map(copy -> OptionalDouble.of(distance(weights, copy)))
            .orElseGet(OptionalDouble::empty);
    return new Norms(norm(weights), norm(parameter.blob().diff().read()), update);
  }

  private static double norm(FloatBuffer values) {
    double sum = 0;
    for (int i = 0; i < values.limit(); i++) {
      double value = values.get(i);
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static double distance(FloatBuffer values, float[] others) {
    double sum = 0;
    for (int i = 0; i < others.length; i++) {
      double difference = (double) values.get(i) - others[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
