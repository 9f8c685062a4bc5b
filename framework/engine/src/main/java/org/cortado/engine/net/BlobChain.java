package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.List;

/** All layers that write one blob name: its producer, then those that work on it in place. */
final class BlobChain {

  private final String blob;
  private final List<Integer> inPlaceWriters = new ArrayList<>();
  private int producer = -1;

  BlobChain(String blob) {
    this.blob = blob;
  }

  /** Notes who produces the blob, unless somebody does already. */
  boolean produce(int layer) {
    boolean first = producer < 0;
    if (first) {
      producer = layer;
    }
    return first;
  }

  void workInPlace(int layer) {
    inPlaceWriters.add(layer);
  }

  boolean isProduced() {
    return producer >= 0;
  }

  int producer() {
    return producer;
  }

  /** Returns what a layer of that place in the file writes. */
  Version writtenBy(int layer) {
    return new Version(blob, inPlaceWriters.indexOf(layer) + 1);
  }

  /** Returns the version written last before that place in the file, else the producer's. */
  Version readBy(int layer) {
    int number = 0;
    for (int writer : inPlaceWriters) {
      if (writer < layer) {
        number++;
      }
    }
    return new Version(blob, number);
  }
}
