package org.cortado.engine.plugin;

/** Tells people what the code of a plug-in threw. */
public final class PluginFault {

  private PluginFault() {}

  /** Returns the file name of the jar that a class is from. */
  public static String jar(Class<?> culprit) {
    return Origin.ofClass(culprit).name();
  }

  /**
   * Returns in words what a class of a plug-in threw, with the first place in its jar that it went
   * through.
   *
   * @throws OutOfMemoryError if that is what was thrown: it is nobody's in particular
   */
  public static String told(Class<?> culprit, Throwable fault) {
    if (fault instanceof OutOfMemoryError memory) {
      throw memory;
    }
    return Reason.of(fault, culprit.getClassLoader());
  }
}
