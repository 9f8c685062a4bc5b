package org.cortado.api;

/**
 * Which API this is.
 *
 * <p>A jar says what it was built against in its manifest: {@code Cortado-Api: 0.1}. Before 1.0
 * only the same version fits, from 1.0 on every later one of the same major version.
 */
public final class Api {

  /** The version, major and minor: what a jar's {@code Cortado-Api} entry is compared with. */
  public static final String VERSION = "0.1";

  private Api() {}
}
