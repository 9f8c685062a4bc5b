/**
 * The language that nets are written in, down to a plain list of layers: variables and expressions,
 * blocks and their uses, repetition, unrolling and imports.
 *
 * <p>{@link org.cortado.engine.language.NetFile} is the way in. Everything here turns trees into
 * trees; what the plain list says is read by {@link org.cortado.engine.definition}.
 */
package org.cortado.engine.language;
