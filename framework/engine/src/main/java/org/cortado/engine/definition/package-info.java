/**
 * What files say: YAML becomes a tree of {@link org.cortado.engine.definition.Node}s that know
 * their places, and the tree becomes immutable definitions or a list of problems.
 *
 * <p>Start at {@link org.cortado.engine.definition.NetReader} for nets, and at {@link
 * org.cortado.engine.definition.RecordReader} for the options of a layer or a solver. Knows nothing
 * of layers, nets or plug-ins: imports the API, Jackson and commons-text alone.
 */
package org.cortado.engine.definition;
