package org.cortado.drawing;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.cortado.engine.format.AtomicFile;
import org.cortado.engine.net.Net;

/** A net as a picture. */
public final class Drawing {

  private final Picture picture;

  private Drawing(Picture picture) {
    this.picture = picture;
  }

  /** Draws a net: a box a layer, a frame a block, and the shape of each blob. */
  public static Drawing of(Net net, Flow flow) {
    return new Drawing(LayeredLayout.of(NetDiagram.of(net), flow));
  }

  /**
   * Draws a net that has run as a circuit: a gate a layer, values above the wires, gradients below.
   */
  public static Drawing ofCircuit(Net net, Recording recording, Flow flow) {
    return new Drawing(LayeredLayout.of(CircuitDiagram.of(net, recording), flow));
  }

  /** Returns how many layers it shows. */
  public int layers() {
    return (int) picture.nodes().stream().filter(each -> each.node().isLayer()).count();
  }

  /** Returns the width in points. */
  public int width() {
    return (int) Math.ceil(picture.width());
  }

  /** Returns the height in points. */
  public int height() {
    return (int) Math.ceil(picture.height());
  }

  /**
   * Writes the picture to a file.
   *
   * @throws java.io.UncheckedIOException if it can't be written
   */
  public void write(Path file, PictureFormat format) {
    AtomicFile.write(
        file,
        channel -> {
          OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel));
          format.write(picture, stream);
          stream.flush();
        });
  }
}
