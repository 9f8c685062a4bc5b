package org.cortado.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.format.Npy;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** The parameters of a net by layer and index, {@code conv1.0}, shared ones under each name. */
final class ParameterFiles {

  private final Net net;
  private final Map<String, Blob> blobs = new LinkedHashMap<>();

  ParameterFiles(Net net) {
    this.net = net;
    net.layers().forEach(this::add);
  }

  private void add(NetLayer layer) {
    List<Blob> parameters = layer.layer().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      blobs.put(layer.name() + "." + i, parameters.get(i));
    }
  }

  /** Returns all parameters in the order of their layers. */
  Map<String, Blob> blobs() {
    return blobs;
  }

  /**
   * Gives parameters the values of files.
   *
   * @throws UsageException if the net hasn't such a parameter
   */
  void load(Map<String, Path> files) {
    files.forEach((key, file) -> Npy.read(file, find(key).data()));
  }

  private Blob find(String key) {
    Blob blob = blobs.get(key);
    if (blob == null) {
      throw new UsageException(
          "--param: net '%s' has no parameter '%s'%s (it has %s)"
              .formatted(
                  net.name(),
                  key,
                  Spelling.suggestion(key, blobs.keySet()),
                  blobs.isEmpty() ? "none" : String.join(", ", blobs.keySet())));
    }
    return blob;
  }
}
