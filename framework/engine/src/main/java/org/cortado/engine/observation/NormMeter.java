package org.cortado.engine.observation;

import java.util.Map;

/** Measures the parameters of a net around one update. */
interface NormMeter {

  /** Prepares to measure the update that comes next. */
  void beforeUpdate();

  /** Returns the norms after the last update, by the parameters' keys. */
  Map<String, Norms> afterUpdate();
}
