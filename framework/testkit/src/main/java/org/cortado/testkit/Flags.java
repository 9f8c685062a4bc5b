package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;

/** Which gradients are asked for. */
final class Flags {

  /** Up to so many bottoms all combinations are tried, beyond it each bottom alone. */
  private static final int FEW = 3;

  private Flags() {}

  /** Returns the flags to try, with which a net could call the layer's backward. */
  static List<boolean[]> of(TestLayer layer) {
    boolean[] most = layer.gradientFlags();
    List<boolean[]> all = new ArrayList<>();
    for (int choice = 0; choice < 1 << most.length && most.length <= FEW; choice++) {
      addIfPossible(chosen(choice, most), layer, all);
    }
    for (int alone = 0; alone < most.length && most.length > FEW; alone++) {
      addIfPossible(chosen(1 << alone, most), layer, all);
    }
    return all;
  }

  private static boolean[] chosen(int choice, boolean[] most) {
    boolean[] flags = new boolean[most.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = most[i] && (choice >> i & 1) == 1;
    }
    return flags;
  }

  private static void addIfPossible(boolean[] flags, TestLayer layer, List<boolean[]> all) {
    boolean wanted = layer.hasLearned();
    for (boolean flag : flags) {
      wanted |= flag;
    }
    if (wanted && layer.type().differentiable()) {
      all.add(flags);
    }
  }
}
