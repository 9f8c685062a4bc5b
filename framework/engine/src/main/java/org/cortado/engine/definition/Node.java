package org.cortado.engine.definition;

/** A piece of a YAML file that knows its place. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {

  /** Returns where it begins. */
  Place place();

  /** Returns what it is, for a message: {@code a list}, {@code 'many'}, {@code the text '5'}. */
  String described();
}
