package org.cortado.engine.format;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.SafetensorsHeader.Entry;

/** Reads the header of a safetensors file and believes none of it unchecked. */
final class SafetensorsHeaderReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SafetensorsHeaderReader() {}

  /**
   * Reads a header.
   *
   * @param json the header's bytes
   * @param dataBytes how many bytes follow it in the file
   * @throws WeightsException if it isn't one, or if its tensors don't tile the bytes that follow
   */
  static SafetensorsHeader read(byte[] json, long dataBytes) {
    JsonNode root = parse(json);
    Map<String, String> metadata = metadata(root.path(SafetensorsHeader.METADATA));
    List<Map.Entry<String, Entry>> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(SafetensorsHeader.METADATA)) {
        tensors.add(Map.entry(field.getKey(), entry(field.getKey(), field.getValue())));
      }
    }
    tensors.sort(Comparator.comparingLong(tensor -> tensor.getValue().begin()));
    requireTiling(tensors, dataBytes);
    Map<String, Entry> ordered = new LinkedHashMap<>();
    tensors.forEach(tensor -> ordered.put(tensor.getKey(), tensor.getValue()));
    return new SafetensorsHeader(ordered, metadata);
  }

  private static JsonNode parse(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      require(root.isObject(), "its header isn't a JSON object");
      return root;
    } catch (IOException e) {
      throw new WeightsException("its header isn't JSON: " + Reason.of(e), e);
    }
  }

  private static Map<String, String> metadata(JsonNode node) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> word : node.properties()) {
      require(word.getValue().isTextual(), "its __metadata__ holds more than strings");
      metadata.put(word.getKey(), word.getValue().textValue());
    }
    return metadata;
  }

  private static Entry entry(String name, JsonNode fields) {
    String dtype = fields.path("dtype").asText();
    ElementType type =
        ElementType.ofSafetensors(dtype)
            .orElseThrow(
                () -> fault(name, "is of dtype '" + dtype + "', which can't be read as floats"));
    List<Long> offsets = numbers(name, fields, "data_offsets");
    require(offsets.size() == 2, named(name, "has data_offsets that aren't two numbers"));
    Entry entry = new Entry(type, shape(name, fields), offsets.get(0), offsets.get(1));
    long bytes = (long) entry.shape().count() * type.bytes();
    require(
        entry.end() - entry.begin() == bytes,
        named(
            name,
            "has bytes "
                + offsets
                + ", but "
                + entry.shape()
                + " of "
                + dtype
                + " takes "
                + bytes));
    return entry;
  }

  private static Shape shape(String name, JsonNode fields) {
    List<Long> dims = numbers(name, fields, "shape");
    try {
      return Shape.of(dims.stream().map(Math::toIntExact).toList());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw fault(name, "has the shape " + dims + ", which is too large");
    }
  }

  /** Offsets of 2⁶³ and more are refused here, so that sums of them can't overflow. */
  private static List<Long> numbers(String name, JsonNode fields, String key) {
    JsonNode list = fields.path(key);
    boolean right =
        list.isArray()
            && StreamSupport.stream(list.spliterator(), false)
                .allMatch(n -> n.isIntegralNumber() && n.canConvertToLong() && n.longValue() >= 0);
    require(right, named(name, "has no " + key + " of whole numbers"));
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::longValue).toList();
  }

  private static void requireTiling(List<Map.Entry<String, Entry>> sorted, long dataBytes) {
    long at = 0;
    for (Map.Entry<String, Entry> tensor : sorted) {
      long begin = tensor.getValue().begin();
      require(begin >= at, named(tensor.getKey(), "overlaps the tensor before it"));
      require(
          begin == at, named(tensor.getKey(), "begins at byte " + begin + ", but must at " + at));
      at = tensor.getValue().end();
    }
    require(
        at == dataBytes, "its tensors take " + at + " bytes, but it has " + dataBytes + " of them");
  }

  private static void require(boolean right, String fault) {
    if (!right) {
      throw new WeightsException(fault);
    }
  }

  private static WeightsException fault(String tensor, String fault) {
    return new WeightsException(named(tensor, fault));
  }

  private static String named(String tensor, String fault) {
    return "its tensor '" + tensor + "' " + fault;
  }
}
