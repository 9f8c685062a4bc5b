package metricvalue;

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
  public double value(int top) {
    return 1 / top;
  }
}
