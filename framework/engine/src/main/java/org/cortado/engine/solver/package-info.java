/**
 * Training: the loop, its rules, and the record that a run leaves.
 *
 * <p>Start at {@link org.cortado.engine.solver.Training}, which puts the parts together, and {@link
 * org.cortado.engine.solver.Solver}, the loop. The loop forwards, goes backward and updates; all
 * else listens to it: tests, snapshots, metrics, progress.
 *
 * <p>How the learning rate changes is in {@link org.cortado.engine.rate}, how weights follow their
 * gradients in {@link org.cortado.engine.update}, how a training is kept on the disk in {@link
 * org.cortado.engine.snapshot}.
 */
package org.cortado.engine.solver;
