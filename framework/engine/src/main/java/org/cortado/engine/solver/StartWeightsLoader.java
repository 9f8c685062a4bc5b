package org.cortado.engine.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.ParameterPattern;

/**
 * Gives the parameters of a net the values of a file's tensors of the same name and shape.
 *
 * <p>Each parameter must have its tensor and each tensor its parameter, save for those that {@code
 * skip} picks by their names in the net. Where {@code strict} is false, what has no counterpart of
 * its shape is left alone. In neither case may nothing be loaded.
 */
final class StartWeightsLoader {

  private final StartWeights asked;
  private final SafetensorsFile file;
  private final Map<String, Tensor> parameters;
  private final LoadFaults faults = new LoadFaults();
  private final RenamedTensors tensors;
  private final List<ParameterPattern> skips;
  private final List<String> loaded = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Set<String> missing;
  private final Set<String> unused;

  private StartWeightsLoader(Net net, StartWeights asked, SafetensorsFile file) {
    this.asked = asked;
    this.file = file;
    parameters = net.weights();
    tensors = new RenamedTensors(file.names(), asked.rename(), faults);
    skips = asked.skip().stream().map(ParameterPattern::new).toList();
    missing = Weights.less(parameters.keySet(), tensors.names());
    unused = Weights.less(tensors.names(), parameters.keySet());
  }

  /**
   * Loads them.
   *
   * @throws WeightsException if the file is damaged, or doesn't go with the net as far as it must;
   *     nothing is loaded then
   */
  static LoadReport load(Net net, StartWeights asked) {
    try (SafetensorsFile file = Safetensors.open(asked.file())) {
      StartWeightsLoader loader = new StartWeightsLoader(net, asked, file);
      loader.match();
      loader.faults.throwIfAny(asked.file(), net.name());
      return loader.load();
    }
  }

  private void match() {
    parameters.forEach(this::match);
    for (String name : unused) {
      Shape shape = file.shape(tensors.original(name));
      blame(name, Weights.lonely(name, shape, "the file, but not in the net", missing));
    }
    if (!blamed(missing).isEmpty() && !blamed(unused).isEmpty()) {
      faults.suspectNames();
    }
    skips.forEach(this::requireUse);
    if (loaded.isEmpty()) {
      faults.add("none of its tensors has the name and the shape of a parameter");
    }
  }

  private void match(String key, Tensor parameter) {
    Shape shape = parameter.shape();
    if (missing.contains(key)) {
      blame(key, Weights.lonely(key, shape, "the net, but not in the file", unused));
      return;
    }
    Shape inFile = file.shape(tensors.original(key));
    if (isSkipped(key)) {
      skipped.put(key, "as asked");
    } else if (inFile.equals(shape)) {
      loaded.add(key);
    } else {
      String differs = "is " + shape + " in the net, but " + inFile + " in the file";
      skipped.put(key, differs);
      blame(key, key + " " + differs);
    }
  }

  private void blame(String key, String fault) {
    if (isBlamed(key)) {
      faults.add(key, fault);
    }
  }

  private List<String> blamed(Set<String> keys) {
    return keys.stream().filter(this::isBlamed).toList();
  }

  private boolean isBlamed(String key) {
    return asked.strict() && !isSkipped(key);
  }

  private boolean isSkipped(String key) {
    return skips.stream().anyMatch(pattern -> pattern.matches(key));
  }

  private void requireUse(ParameterPattern skip) {
    Set<String> known = new LinkedHashSet<>(parameters.keySet());
    known.addAll(tensors.names());
    if (known.stream().noneMatch(skip::matches)) {
      Set<String> names = new LinkedHashSet<>();
      known.forEach(key -> names.addAll(ParameterPattern.names(key)));
      faults.add(
          "skip: '%s' matches nothing in the net or in the file%s"
              .formatted(skip, Spelling.suggestion(skip.toString(), names)));
    }
  }

  private LoadReport load() {
    for (String key : loaded) {
      file.read(tensors.original(key), Objects.requireNonNull(parameters.get(key)));
    }
    return new LoadReport(asked.file(), loaded, skipped, List.copyOf(missing), List.copyOf(unused));
  }
}
