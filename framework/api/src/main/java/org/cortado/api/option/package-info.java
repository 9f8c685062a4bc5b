/**
 * What is said on the components of an options record, once, and used for parsing, checking, help
 * and schemas.
 *
 * <p>A component may be an {@code int}, {@code long}, {@code float}, {@code double}, {@code
 * boolean}, {@code String}, an enum (lower-case words in files), a {@link java.nio.file.Path} (a
 * data file, resolved against the net's folder or the data folder of the run), a {@link
 * org.cortado.api.blob.Shape}, a {@link org.cortado.api.filler.Filler}, a record of these (see
 * {@link org.cortado.api.option.Alone}), a {@code List} of these (a file may give a single value
 * for a list of one) or an {@code Optional} of these. {@code kernelSize} in Java is {@code
 * kernel_size} in a file.
 */
@Stable(since = "0.1")
package org.cortado.api.option;

import org.cortado.api.promise.Stable;
