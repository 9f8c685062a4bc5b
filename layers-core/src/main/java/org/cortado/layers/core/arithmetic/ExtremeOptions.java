package org.cortado.layers.core.arithmetic;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** What a net file says of a {@code Max} or a {@code Min}. */
public record ExtremeOptions(
    @Help("for one bottom: the axes to look along; all if none are given") List<Integer> axes,
    @Default("false") @Help("for one bottom: whether the axes stay, with size 1")
        boolean keepDims) {

  /** Copies the list. */
  public ExtremeOptions {
    axes = List.copyOf(axes);
  }
}
