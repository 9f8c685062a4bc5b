package org.cortado.engine.plugin;

import java.util.List;
import java.util.stream.Collectors;
import org.cortado.api.blob.Blob;

/**
 * What a layer was doing when its code failed.
 *
 * @param declaration says which layer it is
 * @param call what it was asked to do: {@code forward}
 * @param bottoms what it was to read
 * @param tops what it was to write
 */
public record Crash(
    LayerDeclaration declaration, String call, List<Blob> bottoms, List<Blob> tops) {

  /**
   * Says where that was, on which shapes, and what the code threw.
   *
   * @throws OutOfMemoryError if that is what it threw: it is nobody's in particular
   */
  public String told(Throwable fault) {
    return "%s failed in %s, on %s and %s: %s"
        .formatted(
            call,
            PluginFault.jar(declaration.origin(), fault),
            shapes("bottoms", bottoms),
            shapes("tops", tops),
            PluginFault.told(declaration.layerClass(), fault));
  }

  private static String shapes(String what, List<Blob> blobs) {
    return blobs.isEmpty()
        ? "no " + what
        : what
            + " "
            + blobs.stream().map(blob -> blob.shape().toString()).collect(Collectors.joining(", "));
  }
}
