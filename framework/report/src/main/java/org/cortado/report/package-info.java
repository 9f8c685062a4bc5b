/**
 * A run as people see it: one page of charts and tables that needs nothing beside it, and event
 * files for TensorBoard.
 *
 * <p>{@link org.cortado.report.Report} and {@link org.cortado.report.Plot} are the ways in, and
 * {@link org.cortado.report.DataPage} for what is no run's. All gather their numbers in one JSON
 * object, which a script in the page shows. May import the engine's definitions, formats and
 * solver.
 */
@NullMarked
package org.cortado.report;

import org.jspecify.annotations.NullMarked;
