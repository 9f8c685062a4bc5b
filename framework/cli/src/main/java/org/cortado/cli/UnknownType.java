package org.cortado.cli;

import java.util.Collection;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.PluginException;

/** What a command ends with that is asked for something by a name that stands for nothing. */
final class UnknownType {

  private UnknownType() {}

  /** Returns what says so of a layer type. */
  static RuntimeException ofLayer(String type, LayerCatalogue catalogue) {
    return of(catalogue.clash(type).isPresent(), catalogue.unknown(type), catalogue);
  }

  /**
   * Returns what says so of anything that plug-ins may offer.
   *
   * @param kinds what it may have been, in words
   * @param known the names that there are
   */
  static RuntimeException ofAny(
      String kinds, String name, Collection<String> known, LayerCatalogue catalogue) {
    return of(
        catalogue.clashOfAny(name).isPresent(),
        catalogue.unknownOfAny(kinds, name, known),
        catalogue);
  }

  /** It is the jars' fault, and not the command line's, if one of them may offer it. */
  private static RuntimeException of(boolean isOffered, String words, LayerCatalogue catalogue) {
    return isOffered || !catalogue.failures().isEmpty()
        ? new PluginException(words)
        : new UsageException(
            words
                + " ('cortado layers' lists what there is, 'cortado describe solver' the keys of"
                + " solvers)");
  }
}
