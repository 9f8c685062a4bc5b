/**
 * Training: the loop, its rules, and the record that a run leaves.
 *
 * <p>Start at {@link org.cortado.engine.solver.Training}, which puts the parts together, and {@link
 * org.cortado.engine.solver.Solver}, the loop. The loop forwards, goes backward and updates; all
 * else listens to it: tests, snapshots, metrics, progress.
 *
 * <p>What computes is pure and works on plain arrays: {@link
 * org.cortado.engine.solver.LearningRatePolicy}, {@link org.cortado.engine.solver.Regularizer},
 * {@link org.cortado.engine.solver.UpdateRule}.
 */
package org.cortado.engine.solver;
