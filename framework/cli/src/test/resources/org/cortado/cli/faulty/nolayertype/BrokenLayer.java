package nolayertype;

import com.google.inject.Inject;
import shared.Passing;

/** Has no name. */
public final class BrokenLayer extends Passing {

  @Inject
  BrokenLayer() {}
}
