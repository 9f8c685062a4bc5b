/**
 * Writes the project that a layer of one's own begins with; start at {@link
 * org.cortado.archetype.LayerProject}.
 *
 * <p>Its templates are those of the Maven archetype in the same jar, and what comes of both is
 * equal. Imports the JDK and Velocity alone.
 */
@NullMarked
package org.cortado.archetype;

import org.jspecify.annotations.NullMarked;
