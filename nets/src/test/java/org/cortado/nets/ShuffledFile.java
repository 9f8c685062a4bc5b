package org.cortado.nets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Brings the layers of a net's file into another order. */
final class ShuffledFile {

  private static final Pattern BEFORE_EACH_LAYER = Pattern.compile("(?m)^(?= {2}- )");

  private ShuffledFile() {}

  /** Returns the text of the file with its layers in an order that the seed decides. */
  static String of(String yaml, long seed) {
    List<String> parts = new ArrayList<>(List.of(BEFORE_EACH_LAYER.split(yaml, -1)));
    String head = parts.remove(0);
    Collections.shuffle(parts, new Random(seed));
    return head + String.join("", parts);
  }
}
