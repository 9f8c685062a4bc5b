package org.cortado.cli;

import java.util.function.Consumer;
import org.cortado.engine.inspect.BlobDiff;
import org.cortado.engine.inspect.WeightsDiff;

/** What differs between two files of weights, for people. */
record WeightsDiffText(WeightsDiff diff) {

  /** Hands on lines. */
  void print(Consumer<String> lines) {
    diff.removed().forEach(name -> lines.accept("removed: " + name));
    diff.added().forEach(name -> lines.accept("added: " + name));
    diff.reshaped()
        .forEach(
            blob ->
                lines.accept(
                    "reshaped: %s %s → %s".formatted(blob.name(), blob.before(), blob.after())));
    if (diff.compared().stream().anyMatch(blob -> !blob.isEmpty())) {
      table().print("", lines);
    }
    lines.accept(last());
  }

  private Table table() {
    Table table = new Table().rightAligned(2, 3, 4, 5);
    table.add("BLOB", "SHAPE", "NORM OF A", "NORM OF B", "OF B - A", "DIFFERING", "LARGEST CHANGE");
    diff.compared().stream().filter(blob -> !blob.isEmpty()).forEach(blob -> add(blob, table));
    return table;
  }

  private static void add(BlobDiff blob, Table table) {
    BlobDiff.Place largest = blob.largest();
    table.add(
        blob.name(),
        blob.shape().toString(),
        Figures.number(blob.before()),
        Figures.number(blob.after()),
        Figures.number(blob.change()),
        Figures.count(blob.differing()),
        "%s → %s at %s"
            .formatted(
                Figures.number(largest.before()),
                Figures.number(largest.after()),
                largest.index()));
  }

  private String last() {
    long equal = diff.compared().stream().filter(BlobDiff::isEmpty).count();
    return diff.isEmpty()
        ? "no differences in %d blobs".formatted(equal)
        : "no differences in %d other blobs".formatted(equal);
  }
}
