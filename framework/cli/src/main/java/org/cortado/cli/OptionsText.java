package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cortado.engine.definition.OptionDescription;

/** The options of a layer, a filler or a part of solvers, in words and for JSON. */
final class OptionsText {

  private final List<OptionDescription> options;

  OptionsText(Class<? extends Record> type) {
    this(OptionDescription.of(type));
  }

  OptionsText(List<OptionDescription> options) {
    this.options = options;
  }

  /** Hands on a table, if there are options. */
  void print(Consumer<String> lines) {
    if (options.isEmpty()) {
      lines.accept("no options");
      return;
    }
    lines.accept("options:");
    Table table = new Table();
    rows().forEach(row -> table.add(row.toArray(String[]::new)));
    table.print("  ", lines);
  }

  /** Returns of each option the key, the type, the default, the range and the help. */
  List<List<String>> rows() {
    return options.stream().map(OptionsText::row).toList();
  }

  private static List<String> row(OptionDescription option) {
    return List.of(option.key(), option.type(), standing(option), option.range(), option.help());
  }

  private static String standing(OptionDescription option) {
    String otherwise = option.required() ? "required" : "optional";
    return option.defaultValue().map(value -> "default " + value).orElse(otherwise);
  }

  /** Returns what JSON shall hold. */
  List<Map<String, Object>> objects() {
    return options.stream().map(OptionsText::object).toList();
  }

  private static Map<String, Object> object(OptionDescription option) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", option.key());
    object.put("type", option.type());
    object.put("required", option.required());
    option.defaultValue().ifPresent(value -> object.put("default", value));
    object.put("range", option.range());
    object.put("help", option.help());
    return object;
  }
}
