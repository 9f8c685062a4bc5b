package metricbegin;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Metric;

@LayerType(
    name = "faulty:Metric",
    backwardReads = {},
    noGradient = 0,
    differentiable = false)
public final class Broken extends Metric {

  @Inject
  Broken() {}

  @Override
  public void begin() {
    throw new IllegalStateException("not ready");
  }
}
