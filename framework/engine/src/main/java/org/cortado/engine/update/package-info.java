/**
 * What follows gradients: the update rules, decay, clipping, and averages of weights.
 *
 * <p>Start at {@link org.cortado.engine.update.ParameterUpdater}. A new rule is a record that
 * implements {@link org.cortado.api.update.UpdateRule}, and a line in {@link
 * org.cortado.engine.update.BuiltInRules}; it works on plain arrays, and can be tested on a vector
 * of three numbers. May use the API and the parameters of nets.
 */
package org.cortado.engine.update;
