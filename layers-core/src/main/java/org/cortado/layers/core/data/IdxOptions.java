package org.cortado.layers.core.data;

import java.nio.file.Path;
import java.util.Optional;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of an {@code Idx}. */
public record IdxOptions(
    @Help("the IDX file of the first top, plain or gzipped") Path images,
    @Help("the IDX file of the second top, as many single numbers as there are images")
        Optional<Path> labels,
    @Range(min = 1) @Help("the number of images in a batch") int batchSize,
    @Default("1") @Help("what each number of an image is multiplied by") float scale,
    @Default("false") @Help("whether each round has an order of its own") boolean shuffle) {

  BatchOptions batches() {
    return new BatchOptions(batchSize, shuffle);
  }
}
