/**
 * Training: the loop, its rules, and the record that a run leaves.
 *
 * <p>Start at {@link org.cortado.engine.solver.Training}, which puts the parts together, and {@link
 * org.cortado.engine.solver.Solver}, the loop. The loop forwards, goes backward and updates; all
 * else listens to it: tests, snapshots, metrics, progress.
 *
 * <p>The policies of the learning rate are pure: {@link
 * org.cortado.engine.solver.LearningRatePolicy}. What follows gradients is {@link
 * org.cortado.engine.update}'s.
 */
package org.cortado.engine.solver;
