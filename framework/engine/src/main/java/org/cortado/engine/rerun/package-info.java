/**
 * Runs again what a run's folder keeps, and compares what comes of it.
 *
 * <p>Start at {@link org.cortado.engine.rerun.Rerun}.
 */
package org.cortado.engine.rerun;
