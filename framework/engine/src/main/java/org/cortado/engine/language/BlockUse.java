package org.cortado.engine.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** Reads a use of a block. */
final class BlockUse {

  /** The keys that a use may have. */
  static final List<String> KEYS =
      List.of(
          "name", "block", "bottom", "top", "args", "repeat", "unroll", "shares", "when", "phase",
          "include", "exclude");

  private static final String ARGS = "args";
  private static final String REPEAT = "repeat";
  private static final String UNROLL = "unroll";

  private final MapNode item;
  private final Place place;
  private final Frame frame;
  private final Substitution substitution;
  private final Reporter reporter;
  private final Fields fields;

  /**
   * Makes a reader.
   *
   * @param item the use as the file has it, with none but known keys
   * @param frame that of the layers among which it stands
   */
  BlockUse(MapNode item, Frame frame, Substitution substitution, Reporter reporter) {
    this.item = item;
    place = item.place();
    this.frame = frame;
    this.substitution = substitution;
    this.reporter = reporter;
    MapNode plain = item.without(ARGS).without(REPEAT);
    fields = new Fields(substitution.applyToMap(plain, frame.scope(), frame.use()), reporter);
  }

  /**
   * What is to be carried out.
   *
   * @param block the block
   * @param instances how often, and with what
   * @param around layers that belong to the use and not to the block
   * @param inclusion in which states of the net the use is
   * @param reading what read it
   */
  record Carried(
      Block block,
      List<Instance> instances,
      List<MapNode> around,
      Inclusion inclusion,
      BlockUse reading) {

    Carried {
      instances = List.copyOf(instances);
      around = List.copyOf(around);
    }

    /** Returns the frame of the layers that belong to the use and not to the block. */
    Frame frame() {
      return reading.frame.within(inclusion);
    }

    /** Returns the frame of the layers of an instance. */
    Frame frame(Instance instance) {
      return reading.inner(block, instance, inclusion);
    }
  }

  /** Returns what is to be carried out, or nothing once what is wrong is reported. */
  Optional<Carried> read() {
    if (fields.map().get("name").isEmpty()) {
      reporter.add(place, "name is missing; the names of the block's layers begin with it");
    }
    Optional<Block> block = fields.name("block").flatMap(this::find);
    Optional<String> name = fields.name("name");
    return block.isPresent() && name.isPresent() ? read(block.get(), name.get()) : Optional.empty();
  }

  private Optional<Block> find(String name) {
    Optional<Block> block = frame.library().find(name);
    if (block.isEmpty()) {
      List<String> names = frame.library().names();
      String near = Spelling.suggestion(name, names);
      String known =
          names.isEmpty() ? "; there are no blocks" : "; there are " + Words.listed(names);
      reporter.add(
          fields.place("block"),
          "there is no block " + Words.quoted(name) + (near.isEmpty() ? known : near));
    }
    return block;
  }

  private Optional<Carried> read(Block block, String name) {
    Connection bottom = new Connection("bottom", "input", block.inputs());
    Map<String, String> inputs = bottom.read(fields);
    block.inputs().stream()
        .filter(input -> !inputs.containsKey(input))
        .forEach(input -> missing(input, block));
    Map<String, String> outputs = new HashMap<>(defaultTops(block, name));
    outputs.putAll(new Connection("top", "output", block.outputs()).read(fields));
    return inputs.size() == block.inputs().size()
        ? carried(block, name, inputs, outputs)
        : Optional.empty();
  }

  private void missing(String input, Block block) {
    if (fields.map().get("bottom").filter(node -> !(node instanceof MapNode)).isEmpty()) {
      reporter.add(
          fields.place("bottom"),
          "bottom lacks the input '%s'; the block takes %s"
              .formatted(input, Words.listed(block.inputs())));
    }
  }

  /** One output bears the name of the use; several have names of their own below it. */
  private static Map<String, String> defaultTops(Block block, String name) {
    Map<String, String> tops = new HashMap<>();
    boolean single = block.outputs().size() == 1;
    block.outputs().forEach(output -> tops.put(output, single ? name : name + "/" + output));
    return tops;
  }

  private Optional<Carried> carried(
      Block block, String name, Map<String, String> inputs, Map<String, String> outputs) {
    if (fields.map().get(UNROLL).isPresent()) {
      item.get(REPEAT)
          .ifPresent(repeat -> reporter.add(repeat.place(), "repeat can't stand beside unroll"));
      return new UnrollReader(block, fields)
          .read(name, inputs, outputs)
          .map(steps -> carried(block, steps.instances(), steps.around(place)));
    }
    Optional<Node> repeat = item.get(REPEAT);
    if (repeat.isEmpty()) {
      Instance only = new Instance(name, inputs, outputs, 1, 1, Optional.empty(), Optional.empty());
      return Optional.of(carried(block, List.of(only), List.of()));
    }
    Repetition repetition = new Repetition(name, inputs, outputs);
    return repeats(repeat.get(), block)
        .map(args -> repetition.instances(block, args))
        .map(instances -> carried(block, instances, List.of()));
  }

  private Carried carried(Block block, List<Instance> instances, List<MapNode> around) {
    Inclusion inclusion =
        Inclusion.read(fields).within(frame.inclusion(), place, reporter).orElse(Inclusion.NEVER);
    return new Carried(block, instances, around, inclusion, this);
  }

  private Optional<List<Optional<Node>>> repeats(Node repeat, Block block) {
    if (block.outputs().isEmpty() || block.outputs().size() > block.inputs().size()) {
      reporter.add(
          repeat.place(),
          "the block can't be repeated: its outputs are the inputs of the next, but it has %d outputs and %d inputs"
              .formatted(block.outputs().size(), block.inputs().size()));
      return Optional.empty();
    }
    return new RepeatReader(frame, substitution, reporter).read(repeat);
  }

  private Frame inner(Block block, Instance instance, Inclusion inclusion) {
    Scope counted = counted(frame.scope(), instance);
    Arguments arguments = new Arguments(block, substitution, reporter);
    item.get(ARGS).map(args -> evaluated(args, counted)).ifPresent(arguments::take);
    instance.arguments().map(args -> evaluated(args, counted)).ifPresent(arguments::take);
    Names names = frame.names().inside(instance.name(), instance.inputs(), instance.outputs());
    Place.Use use = new Place.Use(place, names.prefix());
    return new Frame(
        block.home(),
        arguments.scope(use, counted(block.home().variables(), instance)),
        names,
        Optional.of(use),
        owner(instance),
        inclusion,
        frame.depth() + 1);
  }

  private Scope counted(Scope scope, Instance instance) {
    return RepeatReader.counted(scope, place, instance.index(), instance.count());
  }

  private Node evaluated(Node args, Scope scope) {
    return substitution.apply(args, scope, frame.use());
  }

  private Optional<String> owner(Instance instance) {
    Optional<String> own =
        instance.owner().or(() -> fields.name("shares")).map(frame.names()::layer);
    return own.or(() -> frame.owner(instance.name())).map(owner -> owner + "/");
  }
}
