package org.cortado.engine.definition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one layer of a net as far as that is possible without knowing its type. */
final class LayerReader {

  private static final Keys KEYS =
      new Keys(
          "key", LayerDefinition.KEYS, "; what belongs to the layer's type goes under 'options'");
  private static final NameType NAME = new NameType();
  private static final BlobNameType BLOB = new BlobNameType();
  private static final NumberType<Float> WEIGHT = NumberType.ofFloat(NumberRange.ALL);

  private final Fields fields;
  private final String name;
  private final String type;

  /**
   * Makes one, which looks at the keys.
   *
   * @param number which layer of the file it is, from 1
   */
  LayerReader(MapNode raw, int number, Problems problems) {
    MapNode map = KEYS.check(raw, new Reporter(subject(raw, number), "", problems));
    fields = new Fields(map, new Reporter(subject(map, number), "", problems));
    name = required("name", "layer " + number);
    type = required("type", "");
  }

  private static String subject(MapNode map, int number) {
    String type = text(map, "type");
    String name = text(map, "name");
    return name.isEmpty()
        ? LayerDefinition.subject(Integer.toString(number), type)
        : LayerDefinition.subject(Words.quoted(name), type);
  }

  private static String text(MapNode map, String key) {
    return map.get(key).flatMap(ScalarNode::textOf).orElse("");
  }

  private String required(String key, String otherwise) {
    if (fields.map().get(key).isEmpty()) {
      fields.reporter().add(fields.map().place(), key + " is missing");
    }
    return fields.read(key, NAME).orElse(otherwise);
  }

  /** Returns the layer; what can't be read of it is left at its default. */
  LayerDefinition read() {
    List<BlobName> bottoms = fields.list("bottom", BLOB);
    List<BlobName> tops = tops();
    return new LayerDefinition(
        name,
        type,
        bottoms,
        tops,
        Inclusion.read(fields),
        oneEach("loss_weight", fields.list("loss_weight", WEIGHT), "top", tops),
        fields.list("params", new ParameterType()),
        propagateDown(bottoms),
        shares(),
        options().at(fields.map().place()),
        fields.map().place(),
        fields.place("type"));
  }

  private List<BlobName> tops() {
    if (fields.map().get("top").isEmpty()) {
      return List.of(new BlobName(name, fields.map().place()));
    }
    List<BlobName> tops = fields.list("top", BLOB);
    Set<String> names = new HashSet<>();
    for (BlobName top : tops) {
      if (!names.add(top.name())) {
        fields.reporter().add(top.place(), "top " + Words.quoted(top.name()) + " is there twice");
      }
    }
    return tops;
  }

  private Optional<String> shares() {
    Optional<String> owner = fields.name("shares");
    if (owner.isPresent() && fields.map().get("params").isPresent()) {
      fields
          .reporter()
          .add(fields.place("params"), "params can't stand beside shares; the owner's hold");
    }
    return owner;
  }

  private List<Boolean> propagateDown(List<BlobName> bottoms) {
    List<Boolean> flags = fields.list("propagate_down", new BooleanType());
    boolean isList =
        fields.map().get("propagate_down").filter(ListNode.class::isInstance).isPresent();
    return flags.isEmpty() || isList
        ? oneEach("propagate_down", flags, "bottom", bottoms)
        : Collections.nCopies(bottoms.size(), flags.get(0));
  }

  private <T> List<T> oneEach(String key, List<T> values, String noun, List<BlobName> blobs) {
    if (values.isEmpty() || values.size() == blobs.size()) {
      return values;
    }
    String right = "one value for each %s (%d)".formatted(noun, blobs.size());
    fields
        .reporter()
        .add(fields.place(key), key + " must have " + right + ", but has " + values.size());
    return List.of();
  }

  private MapNode options() {
    Node options = fields.map().get("options").orElseGet(this::noOptions);
    if (options instanceof MapNode map) {
      return map;
    }
    fields.reporter().at("options").mustBe("a map such as {num_output: 10}", options);
    return noOptions();
  }

  private MapNode noOptions() {
    return MapNode.empty(fields.map().place());
  }
}
