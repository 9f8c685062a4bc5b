package org.cortado.engine.net;

/**
 * What one layer writes under a blob's name.
 *
 * <p>Layers that write a blob in place make further versions of it, numbered in file order.
 */
record Version(String blob, int number) {}
