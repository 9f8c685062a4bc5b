package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * Saves the parameters of a net to a safetensors file, and loads them.
 *
 * <p>They are matched by the names of their layers and their place in them, {@code conv1.0}. A
 * parameter that layers share stands in the file once, under its owner's name.
 */
public final class Weights {

  private Weights() {}

  /**
   * Saves the parameters, so that a kill leaves the old file or the new one.
   *
   * @param words what else to say of them, by key; the net's name is added
   */
  public static void save(Net net, Path file, Map<String, String> words) {
    Map<String, String> metadata = new TreeMap<>(words);
    metadata.put("net", net.name());
    Safetensors.write(file, net.weights(), metadata);
  }

  /**
   * Loads the parameters.
   *
   * @throws WeightsException if the file is damaged, or if its tensors are not exactly the net's
   *     parameters; nothing is loaded then
   */
  public static void load(Net net, Path file) {
    load(net, file, Set.of());
  }

  /**
   * Loads the parameters, and passes over those of layers that the net lacks only because it was
   * built for another phase.
   *
   * @param definition what the net was built from
   * @throws WeightsException if the file is damaged, or if its other tensors are not exactly the
   *     net's parameters; nothing is loaded then
   */
  public static void load(Net net, NetDefinition definition, Path file) {
    Set<String> outside =
        definition.layers().stream().map(LayerDefinition::name).collect(Collectors.toSet());
    net.layers().stream().map(NetLayer::name).forEach(outside::remove);
    load(net, file, outside);
  }

  private static void load(Net net, Path file, Set<String> outside) {
    Map<String, Tensor> tensors = net.weights();
    try (SafetensorsFile read = Safetensors.open(file)) {
      requireMatch(net, tensors, file, read, outside);
      tensors.forEach(read::read);
    }
  }

  private static void requireMatch(
      Net net, Map<String, Tensor> tensors, Path file, SafetensorsFile read, Set<String> outside) {
    List<String> faults = new ArrayList<>();
    Set<String> onlyInNet = less(tensors.keySet(), read.names());
    Set<String> onlyInFile = less(read.names(), tensors.keySet());
    for (String key : tensors.keySet()) {
      Shape shape = tensors.get(key).shape();
      if (onlyInNet.contains(key)) {
        faults.add(lonely(key, shape, "the net, but not in the file", onlyInFile));
      } else if (!read.shape(key).equals(shape)) {
        faults.add(key + " is " + shape + " in the net, but " + read.shape(key) + " in the file");
      }
    }
    for (String key : onlyInFile) {
      if (!outside.contains(layer(key))) {
        faults.add(lonely(key, read.shape(key), "the file, but not in the net", onlyInNet));
      }
    }
    if (!faults.isEmpty()) {
      String all = String.join("\n  ", faults);
      throw new WeightsException(file + " doesn't go with net '" + net.name() + "':\n  " + all);
    }
  }

  /** The name of a layer may have dots, its parameter's index has none. */
  private static String layer(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  /** Returns the keys that the others lack. */
  static Set<String> less(Set<String> keys, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(keys);
    rest.removeAll(others);
    return rest;
  }

  /** Says of a parameter where alone it is, and what of the other side may be meant. */
  static String lonely(String key, Shape shape, String where, Set<String> candidates) {
    return key + " " + shape + " is in " + where + Spelling.suggestion(key, candidates);
  }
}
