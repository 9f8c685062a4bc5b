/**
 * The contract between layers and what computes for them. Start at {@link
 * org.cortado.api.backend.Backend}.
 */
package org.cortado.api.backend;
