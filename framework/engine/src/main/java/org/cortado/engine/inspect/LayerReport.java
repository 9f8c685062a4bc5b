package org.cortado.engine.inspect;

import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.net.BottomGradient;
import org.cortado.engine.net.LayerGradient;
import org.cortado.engine.net.Neighbours;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * What a layer of a net does there, and why.
 *
 * @param definition what the file says of it
 * @param presence whether it is in, and why
 * @param bottoms what it reads
 * @param tops what it writes
 * @param inPlace whether its first top stands on the memory of its first bottom
 * @param gradient whether it runs backward, and why
 * @param parameters its learned blobs and statistics
 */
public record LayerReport(
    LayerDefinition definition,
    LayerPresence presence,
    List<Bottom> bottoms,
    List<Top> tops,
    boolean inPlace,
    LayerGradient gradient,
    List<ParameterReport> parameters) {

  /**
   * A blob that it reads.
   *
   * @param blob the blob's name
   * @param shape its shape
   * @param writer the layer that writes it
   * @param gradient whether it gets a gradient, and why
   */
  public record Bottom(String blob, Shape shape, String writer, BottomGradient gradient) {}

  /**
   * A blob that it writes.
   *
   * @param blob the blob's name
   * @param shape its shape
   * @param readers the layers that read it
   */
  public record Top(String blob, Shape shape, List<String> readers) {

    /** Copies the list. */
    public Top {
      readers = List.copyOf(readers);
    }
  }

  /** Copies the lists. */
  public LayerReport {
    bottoms = List.copyOf(bottoms);
    tops = List.copyOf(tops);
    parameters = List.copyOf(parameters);
  }

  /** Looks at a layer of a net that was built for a state. */
  public static LayerReport of(Net net, String name, NetState state) {
    NetLayer layer = net.layer(name);
    Neighbours neighbours = new Neighbours(net);
    return new LayerReport(
        layer.definition(),
        LayerPresence.of(layer.definition(), state),
        IntStream.range(0, layer.bottoms().size())
            .mapToObj(i -> bottom(layer, i, neighbours))
            .toList(),
        IntStream.range(0, layer.tops().size()).mapToObj(i -> top(layer, i, neighbours)).toList(),
        isInPlace(layer),
        layer.gradient(),
        ParameterReport.of(net, layer));
  }

  private static Bottom bottom(NetLayer layer, int index, Neighbours neighbours) {
    return new Bottom(
        layer.definition().bottoms().get(index).name(),
        layer.bottoms().get(index).shape(),
        neighbours.writer(layer, index).name(),
        layer.bottomGradients().get(index));
  }

  private static Top top(NetLayer layer, int index, Neighbours neighbours) {
    return new Top(
        layer.definition().tops().get(index).name(),
        layer.tops().get(index).shape(),
        neighbours.readers(layer, index).stream().map(NetLayer::name).toList());
  }

  private static boolean isInPlace(NetLayer layer) {
    return !layer.bottoms().isEmpty()
        && !layer.tops().isEmpty()
        && layer.tops().get(0).data().sharesMemoryWith(layer.bottoms().get(0).data());
  }
}
