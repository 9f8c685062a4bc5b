package datafiles;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
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
  public List<Path> files() {
    throw new NullPointerException("file");
  }
}
