package org.cortado.engine.watch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where numbers stopped being finite.
 *
 * @param culprit the first tensor of a sweep that isn't finite
 * @param fedBy what its layer made it of
 */
public record Finding(Sight culprit, List<Sight> fedBy) {

  /** Copies the list. */
  public Finding {
    fedBy = List.copyOf(fedBy);
  }

  /** Returns one clause that says all of it. */
  public String text() {
    return "the first blob that isn't finite is '%s' of layer '%s' (%s): its %s is %s; %s%s"
        .formatted(
            culprit.blob(),
            culprit.layer(),
            culprit.type(),
            culprit.side(),
            culprit.census().place(),
            culprit.census().share(),
            sources());
  }

  private String sources() {
    return fedBy.isEmpty()
        ? ""
        : fedBy.stream()
            .map(source -> source.subject() + " is " + source.census().words())
            .collect(Collectors.joining("; ", "; it was made of these: ", ""));
  }
}
