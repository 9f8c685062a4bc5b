package org.cortado.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.inspect.BlobDiff;
import org.cortado.engine.inspect.WeightsDiff;

/** What differs between two files of weights, for JSON. */
final class WeightsDiffObject {

  private WeightsDiffObject() {}

  /** Returns {@code equal}, {@code removed}, {@code added}, {@code reshaped} and {@code blobs}. */
  static Map<String, Object> of(WeightsDiff diff) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("equal", diff.isEmpty());
    object.put("removed", diff.removed());
    object.put("added", diff.added());
    object.put("reshaped", diff.reshaped().stream().map(WeightsDiffObject::reshaped).toList());
    object.put("blobs", diff.compared().stream().map(WeightsDiffObject::blob).toList());
    return object;
  }

  private static Map<String, Object> reshaped(WeightsDiff.Reshaped blob) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", blob.name());
    object.put("before", blob.before().dims());
    object.put("after", blob.after().dims());
    return object;
  }

  private static Map<String, Object> blob(BlobDiff blob) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", blob.name());
    object.put("shape", blob.shape().dims());
    object.put("norm_before", blob.before());
    object.put("norm_after", blob.after());
    object.put("norm_of_change", blob.change());
    object.put("differing", blob.differing());
    object.put("largest_change", blob.isEmpty() ? NullNode.getInstance() : place(blob.largest()));
    return object;
  }

  private static Map<String, Object> place(BlobDiff.Place place) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("index", place.index());
    object.put("before", place.before());
    object.put("after", place.after());
    return object;
  }
}
