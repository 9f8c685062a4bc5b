package org.cortado.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.cortado.api.blob.Tensor;

/**
 * Writes safetensors files: named tensors of 32-bit floats, and a few words about them.
 *
 * <p>A file is the length of a header in eight bytes, the header in JSON, and the tensors one after
 * the other; it can be read without running any code. Equal tensors and words give equal bytes.
 */
public final class Safetensors {

  private Safetensors() {}

  /**
   * Writes a file, as {@link AtomicFile#write} does.
   *
   * @param tensors by name, in the order that they shall have in the file
   * @param metadata words about them, by key
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    byte[] header = SafetensorsHeader.of(tensors, metadata).toJson();
    AtomicFile.write(
        file,
        channel -> {
          FloatTransfer.writeFully(start(header), channel);
          FloatTransfer transfer = new FloatTransfer(ElementType.F32, ByteOrder.LITTLE_ENDIAN);
          for (Tensor tensor : tensors.values()) {
            transfer.write(tensor.read(), channel);
          }
        });
  }

  private static ByteBuffer start(byte[] header) {
    return ByteBuffer.allocate(Long.BYTES + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .flip();
  }

  /**
   * Opens a file for reading.
   *
   * @throws WeightsException if it is missing, isn't one, or is damaged
   */
  public static SafetensorsFile open(Path file) {
    return SafetensorsFile.open(file);
  }
}
