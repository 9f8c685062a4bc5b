package org.cortado.engine.definition;

/**
 * A key of a map and its value.
 *
 * @param key the key
 * @param place where the key stands
 * @param value the value
 */
public record MapEntry(String key, Place place, Node value) {}
