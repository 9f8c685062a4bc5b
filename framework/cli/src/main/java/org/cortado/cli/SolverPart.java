package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cortado.engine.definition.OptionDescription;

/**
 * What there is to say of a part of solvers' files.
 *
 * @param name the word for it in a file; {@code solver} for the whole
 * @param kind what it is, in words
 * @param help one line
 * @param options its keys
 */
record SolverPart(String name, String kind, String help, List<OptionDescription> options)
    implements DescribeCommand.Description {

  @Override
  public void print(Consumer<String> lines) {
    lines.accept("%s (%s): %s".formatted(name, kind, help));
    lines.accept("");
    new OptionsText(options).print(lines);
  }

  @Override
  public Object object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", name);
    object.put("kind", kind);
    object.put("help", help);
    object.put("options", new OptionsText(options).objects());
    return object;
  }
}
