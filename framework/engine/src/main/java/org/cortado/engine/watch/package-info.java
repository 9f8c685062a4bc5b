/**
 * Looks after a training: finds where numbers stop being finite, keeps what it takes to see that
 * again, and notices what commonly goes wrong without an error.
 *
 * <p>Start at {@link org.cortado.engine.watch.WatchDog} and {@link org.cortado.engine.watch.Trace},
 * which runs a sweep layer by layer and looks at each tensor that it writes. The warnings are small
 * classes of their own. Nothing here changes a bit of what is learned.
 */
package org.cortado.engine.watch;
