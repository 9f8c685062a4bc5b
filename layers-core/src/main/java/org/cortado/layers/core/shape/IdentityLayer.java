package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Gives a blob a second name: {@code y = x}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}; its data and its diff are {@code x}'s own memory
 *   <li>backward: {@code dx = dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Identity.
 */
@LayerType(
    name = "Identity",
    bottomNames = "x",
    topNames = "y",
    sharesData = true,
    backwardReads = {})
@Help("gives a blob a second name")
public final class IdentityLayer extends ViewLayer {

  @Inject
  IdentityLayer() {}

  @Override
  Shape viewed(Shape bottom) {
    return bottom;
  }
}
