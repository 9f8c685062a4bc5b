package org.cortado.layers.core.data;

import java.nio.file.Path;
import java.util.Optional;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code Text}. */
public record TextOptions(
    @Help("the text file, UTF-8, plain or gzipped") Path source,
    @Help("a text file whose characters are numbered; the source if none is given")
        Optional<Path> vocabulary,
    @Range(min = 1) @Help("into how many streams the text is cut, side by side in a batch")
        int batchSize,
    @Range(min = 1, max = 1 << 20) @Help("how many characters of each stream are in a batch")
        int steps) {}
