package org.cortado.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.format.Npy;
import org.cortado.engine.net.Net;

/**
 * Writes what a net holds, a file for each tensor.
 *
 * <p>{@code data/BLOB.npy}, {@code param/LAYER.K.npy}, and after a backward pass {@code
 * diff/BLOB.npy} and {@code param-diff/LAYER.K.npy}. A slash in a name becomes {@code %2F}.
 */
final class BlobFiles {

  private final Net net;
  private final NetDefinition definition;
  private final Path folder;

  BlobFiles(Net net, NetDefinition definition, Path folder) {
    this.net = net;
    this.definition = definition;
    this.folder = folder;
  }

  /** Writes all; with {@code backward} the gradients, too. */
  void write(boolean backward) {
    for (String name : names()) {
      write(name, net.blob(name), "data", "diff", backward);
    }
    new ParameterFiles(net)
        .blobs()
        .forEach((name, blob) -> write(name, blob, "param", "param-diff", backward));
  }

  /** The blobs that the net's file names; not the copies that splits hand out. */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(net.blobNames());
    names.retainAll(
        definition.layers().stream()
            .flatMap(layer -> layer.tops().stream())
            .map(BlobName::name)
            .collect(Collectors.toSet()));
    return names;
  }

  private void write(String name, Blob blob, String data, String diff, boolean backward) {
    write(name, blob.data(), data);
    if (backward) {
      write(name, blob.diff(), diff);
    }
  }

  private void write(String name, Tensor tensor, String kind) {
    Path target = folder.resolve(kind);
    try {
      Files.createDirectories(target);
    } catch (IOException e) {
      throw new UsageException("can't make the folder '" + target + "'; name another by --out");
    }
    Npy.write(target.resolve(name.replace("/", "%2F") + ".npy"), tensor);
  }
}
