package org.cortado.testkit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.Claim;
import org.cortado.api.blob.Shape;
import org.cortado.api.promise.Internal;

/**
 * What somebody asks of the cases that a layer is proved on; the rest is found out.
 *
 * @param options keys and values as in a net's file; a text is read as YAML
 * @param bottoms the shapes of all bottoms, or none for shapes to be tried
 * @param tops how many tops there are; 0 for as many as the layer has at least
 * @param claims what is said of the layer besides what it declares
 */
@Internal
public record CaseWish(
    Map<String, Object> options, List<Shape> bottoms, int tops, Set<Claim> claims) {

  /** Copies the collections. */
  public CaseWish {
    options = Map.copyOf(options);
    bottoms = List.copyOf(bottoms);
    claims = Set.copyOf(claims);
  }

  /** Returns the wish for whatever the declaration gives. */
  public static CaseWish none() {
    return new CaseWish(Map.of(), List.of(), 0, EnumSet.noneOf(Claim.class));
  }

  /** Returns whether a case of its own is asked for. */
  boolean isOfOneCase() {
    return !options.isEmpty() || !bottoms.isEmpty() || tops > 0;
  }

  /** Returns options to begin with, those of the wish before others. */
  Map<String, Object> over(Map<String, Object> start) {
    Map<String, Object> all = new LinkedHashMap<>(start);
    all.putAll(options);
    return all;
  }
}
