/**
 * What a layer author sees. Start at {@link org.cortado.api.Layer}.
 *
 * <p>Depends on the JDK and Guice alone.
 */
package org.cortado.api;
