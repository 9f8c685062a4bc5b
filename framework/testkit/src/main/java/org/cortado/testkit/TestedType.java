package org.cortado.testkit;

import java.nio.file.Path;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;
import org.cortado.engine.plugin.PartFactory;

/**
 * The layer type that a case is of.
 *
 * @param catalogue where it was found, which knows the fillers that its options may name
 * @param declaration what its plug-in says of it
 */
record TestedType(LayerCatalogue catalogue, LayerDeclaration declaration) {

  String name() {
    return declaration.name();
  }

  /** Returns what a net's file may get wrong about it. */
  Misuse misuse() {
    return new Misuse(catalogue, declaration);
  }

  /** Returns what makes the layers that it may be made of. */
  PartFactory parts(Backend backend) {
    RecordReader reader = new RecordReader(catalogue.variants(), Path.of(""));
    return new PartFactory(catalogue, reader, backend);
  }

  /** Returns what options it may be given. */
  OptionSpace options() {
    return new OptionSpace(declaration);
  }
}
