/**
 * From a net's definition to a net that runs. Start at {@link org.cortado.engine.net.NetFactory}.
 *
 * <p>Stages, in order, each one class: {@code LayerResolution}, {@code Wiring}, {@code LayerOrder},
 * {@code SplitInsertion}, {@code Assembly}, {@code GradientPlan}, {@code InPlaceRule}. All problems
 * of all stages are reported together. May import api, definition and plugin.
 */
package org.cortado.engine.net;
