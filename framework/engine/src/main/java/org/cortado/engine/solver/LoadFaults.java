package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cortado.engine.format.WeightsException;

/** Collects why a file's weights don't go with a net, and says what can be done about it. */
final class LoadFaults {

  private static final int MOST_LAYERS = 8;
  private static final int MOST_LINES = 50;

  private final List<String> lines = new ArrayList<>();
  private final Set<String> lonely = new LinkedHashSet<>();
  private boolean otherNames;

  /** Adds what is wrong with what was asked for. */
  void add(String fault) {
    lines.add(fault);
  }

  /** Adds a parameter or a tensor without a counterpart. */
  void add(String key, String fault) {
    lines.add(fault);
    lonely.add(layer(key));
  }

  /** Notes that the net lacks what the file has, and the file what the net has. */
  void suspectNames() {
    otherNames = true;
  }

  /** The name of a layer may have dots, its parameter's index has none. */
  private static String layer(String key) {
    int dot = key.lastIndexOf('.');
    return dot > 0 ? key.substring(0, dot) : key;
  }

  /**
   * Ends the loading if anything was wrong.
   *
   * @throws WeightsException if so
   */
  void throwIfAny(Path file, String net) {
    if (!lines.isEmpty()) {
      throw new WeightsException(file + " doesn't go with net '" + net + "':" + shown() + advice());
    }
  }

  private String shown() {
    StringBuilder shown = new StringBuilder();
    lines.stream().limit(MOST_LINES).forEach(line -> shown.append("\n  ").append(line));
    int rest = lines.size() - MOST_LINES;
    return rest > 0 ? shown + "\n  and " + rest + " more" : shown.toString();
  }

  private String advice() {
    if (lonely.isEmpty()) {
      return "";
    }
    String renaming =
        otherNames ? "\nto load by another name, rename: {from: , to: } (--rename FROM=TO)" : "";
    return renaming + skipping() + "\nto load whatever fits, strict: false (--no-strict)";
  }

  private String skipping() {
    return lonely.size() > MOST_LAYERS
        ? ""
        : "\nto begin anew where they differ, skip: [%s] (%s)"
            .formatted(String.join(", ", lonely), "--skip " + String.join(" --skip ", lonely));
  }
}
