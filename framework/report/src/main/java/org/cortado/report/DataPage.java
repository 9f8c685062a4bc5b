package org.cortado.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;

/** A page that draws what a command has found out: the object that its {@code --json} prints. */
public enum DataPage {
  /** The learning rate over the iterations of a training. */
  SCHEDULE("schedule.js"),
  /** The loss over the learning rate. */
  RANGE("range.js");

  private final String script;

  DataPage(String script) {
    this.script = script;
  }

  /**
   * Writes the page.
   *
   * @param object what it shows: maps, lists, words and numbers
   * @throws java.io.UncheckedIOException if that is impossible
   */
  public void write(Path file, Map<String, Object> object) {
    new Page(script).write(file, new JsonMapper().valueToTree(object));
  }
}
