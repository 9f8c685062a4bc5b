package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells who writes what a layer of a net reads, and who reads what it writes, but for splits. */
public final class Neighbours {

  private final Map<Version, NetLayer> writers = new HashMap<>();
  private final Map<Version, List<NetLayer>> readers = new HashMap<>();

  /** Looks at the layers of a net. */
  public Neighbours(Net net) {
    for (NetLayer layer : net.layers()) {
      layer.wired().tops().forEach(top -> writers.put(top, layer));
      layer
          .wired()
          .bottoms()
          .forEach(bottom -> readers.computeIfAbsent(bottom, any -> new ArrayList<>()).add(layer));
    }
  }

  /** Returns the layer that writes a bottom. */
  public NetLayer writer(NetLayer layer, int bottom) {
    NetLayer writer = Objects.requireNonNull(writers.get(layer.wired().bottoms().get(bottom)));
    return writer.isInserted() ? writer(writer, 0) : writer;
  }

  /** Returns the layers that read a top, in the order in which they run. */
  public List<NetLayer> readers(NetLayer layer, int top) {
    List<NetLayer> all = new ArrayList<>();
    for (NetLayer reader : readers.getOrDefault(layer.wired().tops().get(top), List.of())) {
      if (reader.isInserted()) {
        for (int branch = 0; branch < reader.tops().size(); branch++) {
          all.addAll(readers(reader, branch));
        }
      } else {
        all.add(reader);
      }
    }
    return all;
  }
}
