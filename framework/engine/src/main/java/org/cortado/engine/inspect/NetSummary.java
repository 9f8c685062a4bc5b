package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.Phase;
import org.cortado.api.window.ReceptiveField;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/**
 * What the layers of a net give and what they cost.
 *
 * @param name the net's name
 * @param phase what it is built for
 * @param items how many items its inputs hold side by side, or 0 where they don't agree
 * @param layers the layers in the order in which they run, without the splits that the net inserts
 */
public record NetSummary(String name, Phase phase, int items, List<LayerSummary> layers) {

  /** Copies the list. */
  public NetSummary {
    layers = List.copyOf(layers);
  }

  /** Looks at a net, which needn't have values. */
  public static NetSummary of(Net net) {
    List<LayerSummary> layers = new ArrayList<>();
    ReceptiveFields fields = new ReceptiveFields();
    for (NetLayer layer : net.layers()) {
      ReceptiveField field = fields.add(layer);
      if (!layer.isInserted()) {
        layers.add(summary(net, layer, field));
      }
    }
    return new NetSummary(net.name(), net.phase(), items(net), layers);
  }

  private static LayerSummary summary(Net net, NetLayer layer, ReceptiveField field) {
    return new LayerSummary(
        layer.name(),
        layer.type(),
        tops(layer),
        numbers(net, layer, true),
        numbers(net, layer, false),
        layer.multiplyAdds(),
        Activations.of(layer),
        field);
  }

  private static List<LayerSummary.Top> tops(NetLayer layer) {
    return IntStream.range(0, layer.tops().size())
        .mapToObj(
            i ->
                new LayerSummary.Top(
                    layer.definition().tops().get(i).name(), layer.tops().get(i).shape()))
        .toList();
  }

  private static long numbers(Net net, NetLayer layer, boolean learned) {
    return net.parameters().stream()
        .filter(parameter -> parameter.layer().equals(layer.name()))
        .map(Parameter::blob)
        .filter(blob -> blob.takesGradient() == learned)
        .mapToLong(blob -> blob.count())
        .sum();
  }

  /** What a layer has learned, as a Parameter has, is the same for all items. */
  private static int items(Net net) {
    List<Integer> sizes =
        net.layers().stream()
            .filter(layer -> layer.bottoms().isEmpty() && layer.layer().parameters().isEmpty())
            .flatMap(layer -> layer.tops().stream())
            .map(top -> top.shape().axes() == 0 ? 0 : top.shape().dim(0))
            .distinct()
            .toList();
    return sizes.size() == 1 ? sizes.get(0) : 0;
  }

  /** Returns the learned numbers of all layers. */
  public long parameters() {
    return layers.stream().mapToLong(LayerSummary::parameters).sum();
  }

  /** Returns the numbers that are kept and saved, but not learned, of all layers. */
  public long statistics() {
    return layers.stream().mapToLong(LayerSummary::statistics).sum();
  }

  /** Returns the multiply-adds of one forward pass over the whole batch. */
  public long multiplyAdds() {
    return layers.stream().mapToLong(LayerSummary::multiplyAdds).sum();
  }

  /** Returns the multiply-adds for one item; those of the whole batch where there is no number. */
  public double multiplyAddsOfItem() {
    return ofItem(multiplyAdds());
  }

  /** Returns the part of a batch's multiply-adds that falls to one item, if there is a number. */
  public double ofItem(long multiplyAdds) {
    return items == 0 ? multiplyAdds : (double) multiplyAdds / items;
  }

  /** Returns the bytes of all tops. */
  public Activations activations() {
    return layers.stream()
        .map(LayerSummary::activations)
        .reduce(Activations.NONE, Activations::plus);
  }
}
