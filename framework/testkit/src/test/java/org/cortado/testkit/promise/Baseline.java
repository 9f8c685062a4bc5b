package org.cortado.testkit.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was promised when a version of the API was made.
 *
 * @param text the lines of each type, by its head
 */
record Baseline(SortedMap<String, SortedSet<String>> text) {

  private static final String INDENT = "  ";

  /** Reads what {@link #lines} wrote. */
  static Baseline read(List<String> lines) {
    SortedMap<String, SortedSet<String>> text = new TreeMap<>();
    SortedSet<String> body = new TreeSet<>();
    for (String line : lines) {
      if (line.startsWith(INDENT)) {
        body.add(line.substring(INDENT.length()));
      } else {
        body = new TreeSet<>();
        text.put(line, body);
      }
    }
    return new Baseline(text);
  }

  /** Returns the text as it stands in a file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    text.forEach(
        (head, body) -> {
          lines.add(head);
          body.forEach(line -> lines.add(INDENT + line));
        });
    return lines;
  }

  /** Returns what of another state of the API breaks jars that were built against this one. */
  List<String> breachesOf(SortedMap<String, SortedSet<String>> now) {
    List<String> breaches = new ArrayList<>();
    text.forEach(
        (head, body) -> {
          SortedSet<String> present = now.get(head);
          if (present == null) {
            breaches.add(head + " is gone");
          } else {
            missing(body, present).forEach(line -> breaches.add(head + " no longer: " + line));
            demanded(body, present).forEach(line -> breaches.add(head + " now: " + line));
          }
        });
    return breaches;
  }

  private static List<String> missing(SortedSet<String> before, SortedSet<String> now) {
    return before.stream()
        .filter(line -> !line.startsWith(ApiText.LIMIT))
        .filter(line -> !now.contains(line) && !now.contains(freed(line)))
        .toList();
  }

  /** Returns a member that may be left alone, or overridden, where it had to or could not be. */
  private static String freed(String line) {
    return line.replaceFirst("\\b(abstract|final) ", "");
  }

  /** Returns what asks more of authors: limits, and methods that their classes don't have. */
  private static List<String> demanded(SortedSet<String> before, SortedSet<String> now) {
    boolean closed = before.contains(ApiText.LIMIT + "sealed");
    return now.stream()
        .filter(line -> !before.contains(line))
        .filter(
            line ->
                line.startsWith(ApiText.LIMIT)
                    || (!closed && line.matches("(protected )?abstract .*")))
        .toList();
  }
}
