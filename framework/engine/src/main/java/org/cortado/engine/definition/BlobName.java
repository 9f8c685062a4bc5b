package org.cortado.engine.definition;

/**
 * A blob as a layer names it.
 *
 * @param name the name
 * @param place where it stands; the layer's start for a top that is left to its default
 */
public record BlobName(String name, Place place) {

  @Override
  public String toString() {
    return name;
  }
}
