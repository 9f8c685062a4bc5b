package org.cortado.engine.watch;

/**
 * A tensor that was looked at right after its layer wrote it.
 *
 * @param layer the layer's name
 * @param type the layer's type
 * @param blob the blob's name; that of a parameter is its key, {@code conv1.0}
 * @param side which tensor of the blob
 * @param census what it held
 */
public record Sight(String layer, String type, String blob, Side side, Census census) {

  /** Returns {@code data of 'x'}. */
  String subject() {
    return side + " of '" + blob + "'";
  }
}
