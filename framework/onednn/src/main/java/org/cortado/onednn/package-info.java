/**
 * The backend that computes by oneDNN. Start at {@link org.cortado.onednn.OneDnnBackend}.
 *
 * <p>From the library up: {@code OneDnnEngine} holds its handles and the scratch memory, {@code
 * PreparedPrimitive} runs one primitive, {@code Pass} puts reorders around it so that tensors stay
 * plain, and each operation of the backend is a class of its own that chooses and checks.
 */
@NullMarked
package org.cortado.onednn;

import org.jspecify.annotations.NullMarked;
