package org.cortado.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;

/** What a layer is after its parameters were saved and loaded: the same. */
final class SavingProof {

  private SavingProof() {}

  static void survives(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer fresh = LayerMaker.make(tested, backend)) {
      returnsAll(layer);
      NotApplicable.unless(!layer.context().parameters().isEmpty(), "it has no parameters");
      Passes.run(layer);
      fresh.context().parameters().forEach(blob -> Passes.poison(blob.data()));
      copyThroughAFile(layer, fresh);
      Passes.run(fresh).isExactly(Passes.run(layer), "by a layer that has loaded its parameters");
    }
  }

  private static void returnsAll(TestLayer layer) {
    List<Blob> made = layer.context().parameters();
    List<Blob> returned = layer.layer().parameters();
    for (int i = 0; i < made.size(); i++) {
      if (!returned.contains(made.get(i))) {
        throw new AssertionError(
            "parameters() doesn't return parameter %d %s of the %d that the layer made: it would be"
                    .formatted(i, made.get(i).shape(), made.size())
                + " lost when weights are saved");
      }
    }
    if (!returned.equals(layer.layer().parameters()) || returned.size() != made.size()) {
      throw new AssertionError(
          "parameters() returns %d blobs, but must always return the %d that the layer made"
              .formatted(returned.size(), made.size()));
    }
  }

  private static void copyThroughAFile(TestLayer from, TestLayer to) {
    try {
      Path folder = Files.createTempDirectory("cortado");
      Path file = folder.resolve("parameters.safetensors");
      Safetensors.write(file, tensors(from), Map.of());
      try (SafetensorsFile read = Safetensors.open(file)) {
        tensors(to).forEach(read::read);
      }
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Tensor> tensors(TestLayer layer) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Blob parameter : layer.layer().parameters()) {
      tensors.put("parameter." + tensors.size(), parameter.data());
    }
    return tensors;
  }
}
