package dataseek;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Rows;

@LayerType(
    name = "faulty:Data",
    bottoms = 0,
    tops = 2,
    backwardReads = {},
    differentiable = false)
public final class Broken extends Rows {

  @Inject
  Broken() {}

  @Override
  public void seek(long batch) {
    throw new UnsupportedOperationException("a tape goes on and on");
  }
}
