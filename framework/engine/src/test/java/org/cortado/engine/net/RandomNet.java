package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines of a net of which every layer reads what some layers before it wrote. */
final class RandomNet {

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<String> blobs = new ArrayList<>();

  private RandomNet(long seed) {
    random = new Random(seed);
  }

  /** Returns a net with three to fourteen layers between its sources and its loss. */
  static List<String> lines(long seed) {
    RandomNet net = new RandomNet(seed);
    net.add("n", "type: Noise");
    net.add("s", "type: Source, options: {shape: [4], value: 3}");
    int layers = 3 + net.random.nextInt(12);
    for (int i = 0; i < layers; i++) {
      net.add("l" + i, net.layer());
    }
    net.add("loss", "type: Total, bottom: " + net.blobs.get(net.blobs.size() - 1));
    if (net.random.nextBoolean()) {
      net.add("aside", "type: Total, bottom: " + net.any());
    }
    return net.lines;
  }

  private void add(String name, String rest) {
    lines.add("name: " + name + ", " + rest);
    blobs.add(name);
  }

  /** The latest blobs are read most, so that nets are deep. */
  private String any() {
    int back = (int) (blobs.size() * Math.pow(random.nextDouble(), 3));
    return blobs.get(blobs.size() - 1 - back);
  }

  private String layer() {
    String weights = ", options: {filler: {type: uniform}}";
    return switch (random.nextInt(9)) {
      case 0 -> "type: Times, bottom: " + any() + ", options: {factor: 0.5}";
      case 1 -> "type: Times, bottom: " + any() + ", options: {factor: -0.7}";
      case 2 -> "type: Square, bottom: " + any();
      case 3 -> "type: Rectify, bottom: " + any();
      case 4 -> "type: Alias, bottom: " + any();
      case 5 -> "type: Plus, bottom: [" + any() + ", " + any() + "]";
      case 6 -> "type: Widen, bottom: [" + any() + ", " + any() + "]";
      case 7 -> "type: Count, bottom: " + any();
      default -> "type: Weigh, bottom: " + any() + weights;
    };
  }
}
