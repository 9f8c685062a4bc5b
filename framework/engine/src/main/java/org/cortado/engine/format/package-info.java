/**
 * Files that the rest of the world reads, too: {@code .npy} and safetensors.
 *
 * <p>Start at {@link org.cortado.engine.format.Npy} and {@link
 * org.cortado.engine.format.Safetensors}. This package knows tensors and nothing of nets; it
 * imports {@code org.cortado.api}, the JDK and Jackson.
 */
package org.cortado.engine.format;
