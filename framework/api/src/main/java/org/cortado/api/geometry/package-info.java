/**
 * Broadcasting and reductions at the speed of memory, for layers whose bottoms differ in shape.
 *
 * <p>{@link org.cortado.api.geometry.Broadcast} finds the shape that several stretch to, {@link
 * org.cortado.api.geometry.Reduction} the one that remains when axes are brought together; both
 * speak in {@link org.cortado.api.geometry.Stretch}es, which loops are prepared with: {@link
 * org.cortado.api.geometry.BroadcastLoop} computes each element of the stretched shape, {@link
 * org.cortado.api.geometry.SumLoop} sums what was computed back to a smaller one, {@link
 * org.cortado.api.geometry.MaxLoop} finds the greatest. A product of two bottoms of any shapes:
 *
 * <pre>{@code
 * // in the constructor; multiply computes out[i] = in[0][i] * in[1][i] for i below a length
 * product = new BroadcastLoop(backend.parallel(), multiply);
 * gradient = new SumLoop(backend.parallel(), multiply);
 * // in reshape
 * Broadcast broadcast = Broadcast.of(List.of(a.shape(), b.shape()));
 * y.reshape(broadcast.output());
 * List<Stretch> stretches = broadcast.stretches();
 * product.prepare(stretches);
 * gradient.prepare(stretches.get(0), List.of(broadcast.whole(), stretches.get(1)));
 * // in forward: y = a · b
 * product.run(List.of(a.data(), b.data()), y.data());
 * // in backward: da is the sum of dy · b over what a was stretched along
 * gradient.run(List.of(y.diff(), b.data()), a.diff());
 * }</pre>
 *
 * <p>A sum of squares along axis 1, and its gradient:
 *
 * <pre>{@code
 * // in the constructor; square computes out[i] = in[0][i] * in[0][i], spread 2 * in[0][i] * in[1][i]
 * squares = new SumLoop(backend.parallel(), square);
 * spreading = new BroadcastLoop(backend.parallel(), spread);
 * // in reshape
 * Reduction reduction = Reduction.of(x.shape(), List.of(1));
 * Stretch whole = Stretch.of(x.shape(), x.shape());
 * y.reshape(reduction.output(false));
 * squares.prepare(reduction.stretch(), List.of(whole));
 * spreading.prepare(List.of(whole, reduction.stretch()));
 * // in forward: y = Σ x²
 * squares.run(List.of(x.data()), y.data());
 * // in backward: dx = 2 x dy, dy stretched back
 * spreading.run(List.of(x.data(), y.diff()), x.diff());
 * }</pre>
 *
 * <p>Lists of tensors are made in {@code reshape}, so that the sweep allocates nothing. Whole
 * layers of both kinds are in {@code framework/docs/writing-layers.md}.
 *
 * <p>Preparing touches no tensor, running allocates nothing. No result depends on the number of
 * threads.
 */
@Stable(since = "0.1")
package org.cortado.api.geometry;

import org.cortado.api.promise.Stable;
