package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cortado.api.Phase;
import org.cortado.engine.net.MemoryReport;
import org.cortado.engine.net.MemoryReport.BlobMemory;
import org.cortado.engine.net.MemoryReport.Ground;

/** What the blobs of a net stand on, in words and for JSON. */
record PlanText(String net, Phase phase, MemoryReport report) {

  /** Prints a line a blob, and the totals. */
  void print(Output output) {
    Table table = new Table();
    table.add("blob", "shape", "size", "data", "diff");
    report.blobs().forEach(blob -> table.add(cells(blob)));
    table.print("", output::say);
    output.say("");
    output.say(totals());
    output.json(object());
  }

  private static String[] cells(BlobMemory blob) {
    return new String[] {
      blob.name(),
      blob.shape().toString(),
      Figures.bytes(blob.bytes()),
      words(blob.data()),
      words(blob.diff())
    };
  }

  private static String words(Ground ground) {
    String of = ground.of().orElse("");
    return switch (ground.sharing()) {
      case UNUSED -> "-";
      case OWN -> "own";
      case VIEW -> "is " + of;
      case IN_PLACE -> "in place on " + of;
      case REUSED -> "memory of " + of;
    };
  }

  private String totals() {
    long before = bytesBefore();
    long percent = before == 0 ? 100 : Math.round(100.0 * report.sharedBytes() / before);
    return "%s, %s phase: %s if every blob is kept (data %s, diffs %s), %s shared (%d %%)"
        .formatted(
            net,
            name(phase),
            Figures.bytes(before),
            Figures.bytes(report.dataBytes()),
            Figures.bytes(report.diffBytes()),
            Figures.bytes(report.sharedBytes()),
            percent);
  }

  private long bytesBefore() {
    return report.dataBytes() + report.diffBytes();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> object() {
    List<Object> blobs = report.blobs().stream().map(PlanText::object).toList();
    Map<String, Object> bytes = new LinkedHashMap<>();
    bytes.put("data", report.dataBytes());
    bytes.put("diff", report.diffBytes());
    bytes.put("shared", report.sharedBytes());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("net", net);
    object.put("phase", name(phase));
    object.put("blobs", blobs);
    object.put("bytes", bytes);
    return object;
  }

  private static Object object(BlobMemory blob) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", blob.name());
    object.put("shape", blob.shape().dims());
    object.put("bytes", blob.bytes());
    object.put("data", object(blob.data()));
    object.put("diff", object(blob.diff()));
    return object;
  }

  private static Object object(Ground ground) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("memory", name(ground.sharing()));
    ground.of().ifPresent(of -> object.put("of", of));
    return object;
  }
}
