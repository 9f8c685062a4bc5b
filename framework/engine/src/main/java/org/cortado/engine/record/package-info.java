/**
 * What a run's manifest says: with what, on what and from what it was trained, and what came of it.
 *
 * <p>Start at {@link org.cortado.engine.record.Manifest}. This package knows nothing of nets and
 * solvers; it imports {@code org.cortado.api}, the formats, the JDK and Jackson.
 */
package org.cortado.engine.record;
