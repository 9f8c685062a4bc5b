package org.cortado.engine.plugin;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.cortado.engine.definition.Spelling;

/** Says of a name that stands for nothing what may have been meant, and what didn't load. */
final class UnknownName {

  private final List<PluginException> failures;

  UnknownName(List<PluginException> failures) {
    this.failures = failures;
  }

  /**
   * Returns what to say.
   *
   * @param kind what is looked for, in words: {@code layer type}
   * @param known the names that there are
   */
  String told(String kind, String name, Collection<String> known) {
    String meant = Spelling.suggestion(name, known);
    String none = "unknown %s '%s'%s".formatted(kind, name, meant);
    if (failures.isEmpty()) {
      return name.contains(":") && meant.isEmpty()
          ? none + "; the layers of others come in jars: name their folder by --plugins"
          : none;
    }
    return none + "; not loaded: " + likeliest(name);
  }

  /** Tells of one jar alone, that of the vendor if there is one: a warning told of each. */
  private String likeliest(String name) {
    String vendor = name.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    List<String> told =
        failures.stream()
            .map(PluginException::getMessage)
            .sorted(comparing(each -> !each.toLowerCase(Locale.ROOT).contains(vendor)))
            .toList();
    return told.get(0) + (told.size() == 1 ? "" : "; nor was what the other warnings name");
  }
}
