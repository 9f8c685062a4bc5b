/**
 * A closer look at a training: norms of parameters, activations, throughput, and what the net gets
 * wrong at its end.
 *
 * <p>Start at {@link org.cortado.engine.observation.TrainingObservers}. Everything here listens to
 * a training, writes what it finds to the run's metrics, and changes no bit of what is learned.
 */
package org.cortado.engine.observation;
