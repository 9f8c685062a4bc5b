/**
 * How far authors may rely on what they see: every public type is {@link
 * org.cortado.api.promise.Stable}, {@link org.cortado.api.promise.Experimental} or {@link
 * org.cortado.api.promise.Internal}.
 *
 * <p>A mark on a package holds for its types, one on a type for its members and the types inside;
 * the nearest mark counts. What the marks promise, for how long and between which versions, is
 * written in {@code framework/docs/api-promise.md}.
 */
@Stable(since = "0.1")
package org.cortado.api.promise;
