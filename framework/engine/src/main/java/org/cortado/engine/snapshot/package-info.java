/**
 * Snapshots: all that a training needs to go on as though it had never been interrupted.
 *
 * <p>Start at {@link org.cortado.engine.snapshot.SnapshotFolder}. A snapshot is three files: the
 * weights, which the rest of the world can read; the solver's memory; and, written last, a page
 * that holds what is neither, names both files with their checksums, and ends in a mark. Without
 * its page, whole and true, a snapshot isn't there.
 */
package org.cortado.engine.snapshot;
