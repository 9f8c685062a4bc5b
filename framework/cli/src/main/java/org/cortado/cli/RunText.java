package org.cortado.cli;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.engine.net.Net;

/** What a net puts out, in words and for JSON. */
record RunText(Net net) {

  private static final int FEW = 10;

  /** Prints the outputs and the loss. */
  void print(Output output) {
    Table table = new Table();
    net.outputs().forEach((name, blob) -> table.add(name, blob.shape().toString(), values(blob)));
    table.add("total loss", "", Figures.number(net.loss()));
    table.print("", output::say);
    output.json(object());
  }

  private static String values(Blob blob) {
    FloatBuffer values = blob.data().read();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(FEW, values.limit()); i++) {
      text.append(i == 0 ? "" : " ").append(Figures.number(values.get(i)));
    }
    return text + (values.limit() > FEW ? " …" : "");
  }

  private Map<String, Object> object() {
    Map<String, Object> outputs = new LinkedHashMap<>();
    net.outputs().forEach((name, blob) -> outputs.put(name, object(blob)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("net", net.name());
    object.put("loss", net.loss());
    object.put("outputs", outputs);
    return object;
  }

  private static Object object(Blob blob) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("shape", blob.shape().dims());
    if (blob.count() == 1) {
      object.put("value", blob.data().read().get(0));
    }
    return object;
  }
}
