package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.Layer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** A layer under test with its blobs, and what its declaration says of them. */
record Subject(Layer layer, List<Blob> bottoms, List<Blob> tops) {

  /** What a top depends on, and whether its gradient is wanted. */
  record Input(String name, Blob blob, boolean wanted) {}

  Subject {
    bottoms = List.copyOf(bottoms);
    tops = List.copyOf(tops);
  }

  private Optional<LayerType> declaration() {
    return Optional.ofNullable(layer.getClass().getAnnotation(LayerType.class));
  }

  boolean differentiable() {
    return declaration().map(LayerType::differentiable).orElse(true);
  }

  /** Returns the tops that a gradient comes from. */
  List<Blob> differentiableTops() {
    int[] without = declaration().map(LayerType::noGradientTops).orElse(new int[0]);
    return IntStream.range(0, tops.size())
        .filter(top -> IntStream.of(without).noneMatch(index -> index == top))
        .mapToObj(tops::get)
        .toList();
  }

  boolean takesGradient(int bottom) {
    return declaration()
        .map(type -> LayerTraits.takesGradient(type, bottom, bottoms.size()))
        .orElse(true);
  }

  /** Returns the flags that ask for every gradient there is. */
  boolean[] allFlags() {
    boolean[] flags = new boolean[bottoms.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = takesGradient(i);
    }
    return flags;
  }

  /** Returns the bottoms, then the parameters. */
  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < bottoms.size(); i++) {
      inputs.add(new Input(bottomName(i), bottoms.get(i), takesGradient(i)));
    }
    for (Blob parameter : layer.parameters()) {
      String name = parameterName(inputs.size() - bottoms.size());
      inputs.add(new Input(name, parameter, parameter.takesGradient()));
    }
    return inputs;
  }

  /** Returns the inputs that take a gradient. */
  List<Input> wanted() {
    return inputs().stream().filter(Input::wanted).toList();
  }

  static String bottomName(int bottom) {
    return "bottom " + bottom;
  }

  static String parameterName(int parameter) {
    return "parameter " + parameter;
  }

  /** Returns whether forward may write where this tensor stands. */
  boolean isWrittenByForward(Tensor data) {
    return tops.stream().anyMatch(top -> top.data().sharesMemoryWith(data));
  }

  /** Returns whether a gradient is handed to backward where this tensor stands. */
  boolean isReadByBackward(Tensor diff) {
    return tops.stream().anyMatch(top -> top.diff().sharesMemoryWith(diff));
  }

  /** Returns every tensor of the blobs at hand. */
  Stream<Tensor> tensors() {
    return Stream.of(bottoms, tops, layer.parameters())
        .flatMap(List::stream)
        .flatMap(blob -> Stream.of(blob.data(), blob.diff()));
  }
}
