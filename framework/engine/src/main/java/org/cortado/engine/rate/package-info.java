/**
 * How the learning rate changes in the course of a training.
 *
 * <p>Start at {@link org.cortado.api.rate.LearningRatePolicy}. A policy is a record of its options
 * and a pure function: of the iteration, and of what has been observed so far.
 */
package org.cortado.engine.rate;
