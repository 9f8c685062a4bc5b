package org.cortado.engine.net;

/**
 * What one layer writes under a blob's name.
 *
 * <p>Layers that write a blob in place make further versions of it, numbered in file order. The
 * branches of a split are versions, too, but of no name that a file could use.
 *
 * @param branch which top of the version's split, or {@link #WHOLE}
 */
record Version(String blob, int number, int branch) {

  private static final int WHOLE = -1;

  Version(String blob, int number) {
    this(blob, number, WHOLE);
  }

  Version ofBranch(int index) {
    return new Version(blob, number, index);
  }

  boolean isBranch() {
    return branch != WHOLE;
  }
}
