package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;

/**
 * Reads {@code repeat}: how often, or a list of what each time says of the arguments.
 *
 * @param frame that of the layers among which it stands
 */
record RepeatReader(Frame frame, Substitution substitution, Reporter reporter) {

  static final int MOST = 100_000;

  /** Returns what each time says of the arguments, or nothing once what is wrong is reported. */
  Optional<List<Optional<Node>>> read(Node repeat) {
    Node known =
        repeat instanceof ScalarNode
            ? substitution.apply(repeat, frame.scope(), frame.use())
            : repeat;
    if (known instanceof ListNode list && !list.items().isEmpty()) {
      List<Optional<Node>> arguments = new ArrayList<>();
      list.items().forEach(item -> arguments.add(Optional.of(item)));
      return Optional.of(arguments);
    }
    Optional<Integer> times = times(known);
    if (times.isEmpty()) {
      reporter
          .at("repeat")
          .mustBe("a whole number from 1 to " + MOST + " or a list of args", known);
    }
    return times.map(number -> Collections.nCopies(number, Optional.empty()));
  }

  /** Returns how often something is to be carried out, if a value says so. */
  static Optional<Integer> times(Node value) {
    return value instanceof ScalarNode scalar
        ? scalar.asLong().filter(number -> number >= 1 && number <= MOST).map(Long::intValue)
        : Optional.empty();
  }

  /** Returns a scope that knows which time it is, and of how many. */
  static Scope counted(Scope scope, Place place, int index, int count) {
    return scope
        .with("index", ScalarNode.ofNumber(place, index))
        .with("count", ScalarNode.ofNumber(place, count));
  }
}
