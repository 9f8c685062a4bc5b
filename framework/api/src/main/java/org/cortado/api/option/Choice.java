package org.cortado.api.option;

/**
 * A record that a plug-in adds to those that a file's {@code type} key chooses among.
 *
 * @param among the interface of all of them: {@link org.cortado.api.filler.Filler}
 * @param record one of them, which bears {@link TypeName}
 */
public record Choice<T>(Class<T> among, Class<? extends T> record) {}
