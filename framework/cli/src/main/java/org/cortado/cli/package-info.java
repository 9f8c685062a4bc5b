/**
 * The {@code cortado} command. Start at {@link org.cortado.cli.Cortado}.
 *
 * <p>One class a verb, which reads its options, lets the engine work and prints what came of it.
 * Nothing may depend on this package; it may depend on all of the engine.
 */
package org.cortado.cli;
