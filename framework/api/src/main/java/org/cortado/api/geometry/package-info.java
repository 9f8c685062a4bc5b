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
 * // in reshape
 * Broadcast broadcast = Broadcast.of(List.of(a.shape(), b.shape()));
 * y.reshape(broadcast.output());
 * List<Stretch> stretches = broadcast.stretches();
 * product.prepare(stretches);
 * gradient.prepare(stretches.get(0), List.of(broadcast.whole(), stretches.get(1)));
 * // in forward: y = a · b
 * product.run(inputs, y.data());
 * // in backward: da is the sum of dy · b over what a was stretched along
 * gradient.run(dyAndB, a.diff());
 * }</pre>
 *
 * <p>Preparing touches no tensor, running allocates nothing. No result depends on the number of
 * threads.
 */
@Stable(since = "0.1")
package org.cortado.api.geometry;

import org.cortado.api.promise.Stable;
