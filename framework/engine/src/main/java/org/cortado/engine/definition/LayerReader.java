package org.cortado.engine.definition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cortado.api.Phase;

/** Reads one layer of a net as far as that is possible without knowing its type. */
final class LayerReader {

  private static final List<String> KNOWN =
      List.of(
          "name",
          "type",
          "bottom",
          "top",
          "phase",
          "loss_weight",
          "params",
          "propagate_down",
          "options");
  private static final Keys KEYS =
      new Keys("key", KNOWN, "; what belongs to the layer's type goes under 'options'");
  private static final NameType NAME = new NameType();
  private static final BlobNameType BLOB = new BlobNameType();
  private static final NumberType<Float> WEIGHT = NumberType.ofFloat(NumberRange.ALL);

  private final Fields fields;
  private final String name;
  private final String type;

  /**
   * Makes one and looks at the keys.
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
        ? "layer " + number + (type.isEmpty() ? "" : " (" + type + ")") + ": "
        : LayerDefinition.subject(name, type);
  }

  private static String text(MapNode map, String key) {
    return map.get(key)
        .filter(node -> node instanceof ScalarNode scalar && !scalar.isNull())
        .map(node -> ((ScalarNode) node).text())
        .orElse("");
  }

  private String required(String key, String otherwise) {
    if (fields.map().get(key).isEmpty()) {
      fields.reporter().add(fields.map().place(), "the layer has no " + key);
    }
    return fields.read(key, NAME).orElse(otherwise);
  }

  LayerDefinition read() {
    Place place = fields.map().place();
    List<BlobName> bottoms = fields.list("bottom", BLOB);
    List<BlobName> tops = tops();
    return new LayerDefinition(
        name,
        type,
        bottoms,
        tops,
        fields.read("phase", new EnumType<>(Phase.class)),
        oneEach("loss_weight", fields.list("loss_weight", WEIGHT), tops.size(), "top"),
        fields.list("params", new ParameterType()),
        propagateDown(bottoms.size()),
        options().at(place),
        place,
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

  private List<Boolean> propagateDown(int bottoms) {
    List<Boolean> flags = fields.list("propagate_down", new BooleanType());
    boolean single = fields.map().get("propagate_down").orElse(fields.map()) instanceof ScalarNode;
    return single && flags.size() == 1
        ? Collections.nCopies(bottoms, flags.get(0))
        : oneEach("propagate_down", flags, bottoms, "bottom");
  }

  private <T> List<T> oneEach(String key, List<T> values, int blobs, String noun) {
    if (!values.isEmpty() && values.size() != blobs) {
      fields
          .reporter()
          .add(
              fields.place(key),
              key
                  + " must have one value for each "
                  + noun
                  + ", of which there "
                  + (blobs == 1 ? "is 1" : "are " + blobs)
                  + ", but has "
                  + values.size());
    }
    return values;
  }

  private MapNode options() {
    Node options = fields.map().get("options").orElse(MapNode.empty(fields.map().place()));
    if (options instanceof MapNode map) {
      return map;
    }
    fields.reporter().at("options").mustBe("a map such as {num_output: 10}", options);
    return MapNode.empty(fields.map().place());
  }
}
