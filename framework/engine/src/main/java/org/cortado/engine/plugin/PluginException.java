package org.cortado.engine.plugin;

/** Says that a plug-in jar can't be used, and which one. */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one that names the jar and what is wrong with it. */
  public PluginException(String message) {
    super(message);
  }

  /** Makes one with the fault that it was noticed by. */
  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
