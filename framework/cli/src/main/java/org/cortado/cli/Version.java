package org.cortado.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which Cortado runs on which Java. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String cortado =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new String[] {"cortado " + cortado + " (Java " + Runtime.version() + ")"};
  }
}
