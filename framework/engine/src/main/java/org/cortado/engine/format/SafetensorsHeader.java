package org.cortado.engine.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * What the header of a safetensors file says.
 *
 * @param tensors by name, in the order of their places
 * @param metadata words about them
 */
record SafetensorsHeader(Map<String, Entry> tensors, Map<String, String> metadata) {

  /** The key under which the words stand among the tensors. */
  static final String METADATA = "__metadata__";

  private static final int ALIGNMENT = 8;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * One tensor.
   *
   * @param type how a number is held
   * @param shape the shape
   * @param begin its first byte, counted from the end of the header
   * @param end the byte after its last
   */
  record Entry(ElementType type, Shape shape, long begin, long end) {}

  /** Lays tensors out one after the other. */
  static SafetensorsHeader of(Map<String, Tensor> tensors, Map<String, String> metadata) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long at = 0;
    for (Map.Entry<String, Tensor> named : tensors.entrySet()) {
      long end = at + (long) named.getValue().count() * Float.BYTES;
      entries.put(named.getKey(), new Entry(ElementType.F32, named.getValue().shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(entries, metadata);
  }

  /** Returns the header as it stands in a file, padded so that the tensors are aligned. */
  byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      json.put(METADATA, metadata);
    }
    tensors.forEach((name, entry) -> json.put(name, fields(entry)));
    return padded(bytes(json));
  }

  private static Map<String, Object> fields(Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dtype", entry.type().name());
    fields.put("shape", entry.shape().dims());
    fields.put("data_offsets", List.of(entry.begin(), entry.end()));
    return fields;
  }

  private static byte[] bytes(Map<String, Object> json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of words and numbers are always JSON", e);
    }
  }

  private static byte[] padded(byte[] json) {
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, " ".getBytes(StandardCharsets.US_ASCII)[0]);
    return padded;
  }
}
