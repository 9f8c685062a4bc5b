package org.cortado.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.cortado.engine.gradient.GradientChecker;
import org.cortado.engine.gradient.GradientReport;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * Checks the layers of a net one after the other, on what reaches them in a forward sweep.
 *
 * <p>A layer is checked before those behind it run, which may work in place on its tops.
 */
final class GradientSweep {

  private final Net net;
  private final GradientChecker checker;

  /** What came of one layer. */
  record Checked(NetLayer layer, GradientReport report) {}

  GradientSweep(Net net, GradientSettings settings) {
    this.net = net;
    checker = new GradientChecker(settings);
  }

  /** Checks every layer; those where nothing takes a gradient are left out. */
  List<Checked> all() {
    List<Checked> all = new ArrayList<>();
    for (int i = 0; i < net.layers().size(); i++) {
      net.forward(i, i + 1);
      Checked checked = check(net.layers().get(i));
      if (!checked.report().blobs().isEmpty()) {
        all.add(checked);
      }
    }
    return all;
  }

  /**
   * Checks one layer.
   *
   * @throws UsageException if the net has none of that name
   */
  Checked only(String name) {
    NetLayer layer = find(name);
    net.forward(0, net.layers().indexOf(layer) + 1);
    return check(layer);
  }

  private NetLayer find(String name) {
    try {
      return net.layer(name);
    } catch (NoSuchElementException e) {
      throw new UsageException("--layer: " + e.getMessage());
    }
  }

  private Checked check(NetLayer layer) {
    return new Checked(layer, checker.check(layer.layer(), layer.bottoms(), layer.tops()));
  }
}
