package org.cortado.drawing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.NetLayer;

/**
 * What flowed through a net in one sweep forward and perhaps one backward.
 *
 * <p>It is noted as it flows: a layer that works in place overwrites both values and gradients.
 */
public final class Recording {

  private final IdentityHashMap<NetLayer, List<List<String>>> values = new IdentityHashMap<>();
  private final IdentityHashMap<NetLayer, List<List<String>>> given = new IdentityHashMap<>();
  private final IdentityHashMap<NetLayer, List<List<String>>> gradients = new IdentityHashMap<>();
  private final Numerals numerals;

  /**
   * Makes a recording of nothing yet.
   *
   * @param decimals how many digits behind the point are noted
   */
  public Recording(int decimals) {
    numerals = new Numerals(decimals);
  }

  /** Notes what a layer has just put out. */
  public void forwardDone(NetLayer layer) {
    values.put(layer, layer.tops().stream().map(top -> words(top.data())).toList());
  }

  /** Notes the gradients that a layer is about to be given. */
  public void backwardBegins(NetLayer layer) {
    given.put(layer, layer.tops().stream().map(top -> words(top.diff())).toList());
  }

  /** Notes the gradients that a layer has just handed down. */
  public void backwardDone(NetLayer layer) {
    List<List<String>> all = new ArrayList<>();
    boolean[] computed = layer.propagateDown();
    for (int i = 0; i < computed.length; i++) {
      boolean known = layer.runsBackward() && computed[i];
      all.add(known ? words(layer.bottoms().get(i).diff()) : List.of());
    }
    gradients.put(layer, all);
  }

  /** Returns the values of a top, in lines. */
  List<String> value(NetLayer layer, int top) {
    return values.getOrDefault(layer, List.of()).get(top);
  }

  /** Returns the gradient that a layer hands to a bottom, in lines; none if it has none. */
  List<String> gradient(NetLayer layer, int bottom) {
    List<List<String>> all = gradients.getOrDefault(layer, List.of());
    return bottom < all.size() ? all.get(bottom) : List.of();
  }

  /** Returns the gradient that a top which no layer reads begins with; none if there is none. */
  List<String> gradientAtEnd(NetLayer layer, int top) {
    if (!gradients.containsKey(layer) || !layer.runsBackward()) {
      return List.of();
    }
    float weight = layer.lossWeights().get(top);
    return weight == 0
        ? given.getOrDefault(layer, List.of()).get(top)
        : numerals.lines(layer.tops().get(top).shape(), i -> weight);
  }

  /** Returns the values of a parameter, in lines. */
  List<String> value(Blob parameter) {
    return words(parameter.data());
  }

  /** Returns the gradient of a layer's parameter, in lines; none if it has none. */
  List<String> gradient(NetLayer owner, Blob parameter) {
    return gradients.containsKey(owner) && owner.runsBackward()
        ? words(parameter.diff())
        : List.of();
  }

  private List<String> words(Tensor tensor) {
    var numbers = tensor.read();
    return numerals.lines(tensor.shape(), numbers::get);
  }
}
