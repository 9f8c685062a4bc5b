package org.cortado.engine.language;

import java.util.Optional;
import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.Place;

/**
 * What holds for the layers of one use of a block, or of the file itself.
 *
 * @param library the blocks that they may use
 * @param scope what expressions may name
 * @param names how their names become names of the net
 * @param use the use, if this is one
 * @param shares what the names of the layers begin with whose parameters they share, if any
 * @param inclusion in which states of the net the use is
 * @param depth how many uses stand round it
 */
record Frame(
    Library library,
    Scope scope,
    Names names,
    Optional<Place.Use> use,
    Optional<String> shares,
    Inclusion inclusion,
    int depth) {

  /** Returns the frame of the layers of a file. */
  static Frame of(Library library) {
    return new Frame(
        library,
        library.variables(),
        Names.PLAIN,
        Optional.empty(),
        Optional.empty(),
        Inclusion.ALWAYS,
        0);
  }

  /** Returns this frame for layers that are in no more states of the net than those. */
  Frame within(Inclusion states) {
    return new Frame(library, scope, names, use, shares, states, depth);
  }

  /** Returns what a layer of that name shares its parameters with, if with any. */
  Optional<String> owner(String layer) {
    return shares.map(prefix -> Names.below(prefix, layer));
  }
}
