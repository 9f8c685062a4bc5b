package org.cortado.engine.plugin;

import java.util.function.Supplier;
import org.cortado.api.DataException;
import org.cortado.api.NumbersException;

/** Tells people what the code of a plug-in threw. */
public final class PluginFault {

  private PluginFault() {}

  /**
   * Runs code that may be a plug-in's.
   *
   * @param culprit its class
   * @param subject what messages call it: {@code update rule}
   * @throws PluginException if it is a plug-in's and throws what it isn't meant to
   */
  public static <T> T guard(Class<?> culprit, String subject, Supplier<T> code) {
    try {
      return code.get();
    } catch (NumbersException | DataException | PluginException meant) {
      throw meant;
    } catch (Throwable e) { // A plug-in's code may throw anything.
      if (culprit.getClassLoader() instanceof PluginClassLoader) {
        throw new PluginException(
            "%s %s of %s failed: %s"
                .formatted(subject, culprit.getSimpleName(), jar(culprit), told(culprit, e)),
            e);
      }
      if (Reason.jar(e).isPresent()) { // a backend's, for instance
        throw new PluginException(
            "%s %s failed in %s: %s"
                .formatted(
                    subject,
                    culprit.getSimpleName(),
                    Reason.jar(e).orElseThrow(),
                    told(culprit, e)),
            e);
      }
      throw e;
    }
  }

  /** Returns the file name of the jar that a class is from. */
  public static String jar(Class<?> culprit) {
    return Origin.ofClass(culprit).name();
  }

  /** Returns the fault itself, less what Java wraps around what another thread threw. */
  public static Throwable unwrapped(Throwable fault) {
    return Reason.unwrapped(fault);
  }

  /**
   * Returns the file name of the jar whose code a fault was thrown by: that of a backend, perhaps,
   * that the culprit computes with.
   *
   * @param own where the culprit is from, which is meant where there was no plug-in's code
   */
  public static String jar(String own, Throwable fault) {
    return Reason.jar(fault).orElse(own);
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
