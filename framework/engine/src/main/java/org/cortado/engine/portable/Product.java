package org.cortado.engine.portable;

/**
 * A product of two matrices, {@code c = a · b}, or a part of its sum.
 *
 * @param a the left factor
 * @param b the right factor
 * @param c where the result goes
 * @param from the first column of {@code a}, and row of {@code b}, that the sum takes
 * @param to the one after the last
 */
record Product(Factor a, Factor b, Result c, int from, int to) {}
