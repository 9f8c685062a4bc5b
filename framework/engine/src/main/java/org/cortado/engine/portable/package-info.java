/**
 * The backend in plain Java: always there, right before fast, and what other backends are tested
 * against. Start at {@link org.cortado.engine.portable.PortableBackend}; the arithmetic that costs
 * is in {@link org.cortado.engine.portable.Block}.
 *
 * <p>May import the API and the JDK alone.
 */
package org.cortado.engine.portable;
