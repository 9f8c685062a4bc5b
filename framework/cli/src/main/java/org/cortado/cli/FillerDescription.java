package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.option.Help;

/** What there is to say of a filler. */
record FillerDescription(String name, Class<? extends Record> type)
    implements DescribeCommand.Description {

  @Override
  public void print(Consumer<String> lines) {
    lines.accept(name + " (a filler)" + (help().isEmpty() ? "" : ": " + help()));
    lines.accept("");
    new OptionsText(type).print(lines);
  }

  /** Returns the line that says what the filler does. */
  String help() {
    return Optional.ofNullable(type.getAnnotation(Help.class)).map(Help::value).orElse("");
  }

  @Override
  public Object object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("filler", name);
    object.put("help", help());
    object.put("options", new OptionsText(type).objects());
    return object;
  }
}
