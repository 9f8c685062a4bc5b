/**
 * Pictures of nets. {@link org.cortado.drawing.Drawing} is the way in.
 *
 * <p>A net becomes a {@code Diagram}, which knows no places; the Eclipse Layout Kernel gives
 * everything its place, which makes a {@code Picture}; one {@code Painter} paints it, as SVG and as
 * PNG alike. May import the API, the engine's definitions and nets, and the two libraries.
 */
@NullMarked
package org.cortado.drawing;

import org.jspecify.annotations.NullMarked;
