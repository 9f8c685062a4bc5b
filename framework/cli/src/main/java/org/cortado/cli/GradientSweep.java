package org.cortado.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.cortado.engine.gradient.GradientChecker;
import org.cortado.engine.gradient.GradientReport;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.testkit.FaultText;

/**
 * Checks the layers of a net one after the other, on what reaches them in a forward sweep.
 *
 * <p>A layer is checked before those behind it run, which may work in place on its tops.
 */
final class GradientSweep {

  private final Net net;
  private final GradientChecker checker;

  /**
   * What came of one layer.
   *
   * @param fault what the layer threw; empty if it came through
   */
  record Checked(NetLayer layer, GradientReport report, String fault) {

    boolean passed() {
      return fault.isEmpty() && report.passed();
    }

    /** Returns whether anything was compared. */
    boolean isOfSomething() {
      return !fault.isEmpty() || !report.blobs().isEmpty();
    }
  }

  GradientSweep(Net net, GradientSettings settings) {
    this.net = net;
    checker = new GradientChecker(settings);
  }

  /** Checks every layer. */
  List<Checked> all() {
    List<Checked> all = new ArrayList<>();
    for (int i = 0; i < net.layers().size(); i++) {
      net.forward(i, i + 1);
      all.add(check(net.layers().get(i)));
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
    try {
      return new Checked(layer, checker.check(layer.layer(), layer.bottoms(), layer.tops()), "");
    } catch (RuntimeException | LinkageError e) {
      return new Checked(
          layer, new GradientReport(List.of()), new FaultText(layer.layer().getClass()).of(e));
    }
  }
}
