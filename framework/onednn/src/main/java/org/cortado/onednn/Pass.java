package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive between plain tensors: what it wants in another layout goes through the workspace.
 *
 * <p>To be declared argument by argument, then bound and run again and again.
 */
final class Pass implements Resources.NativeResource {

  private static final int ALIGNMENT = 64;

  private final OneDnnEngine engine;
  private final Lane lane;
  private final Description description;
  private final PreparedPrimitive primitive;
  private final Resources resources = new Resources();
  private final int[] arguments;
  private final List<Operand> operands = new ArrayList<>();
  private long scratchBytes;
  private int generation = -1;
  private int runs = 1;

  /**
   * Makes the primitive.
   *
   * @param description what to compute, closed by this pass
   * @param arguments which arguments it has but for the scratch pad, in the order in which they
   *     will be declared
   */
  Pass(OneDnnEngine engine, Lane lane, Description description, int... arguments) {
    this.engine = engine;
    this.lane = lane;
    this.description = resources.add(description);
    this.arguments = arguments.clone();
    int[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = DNNL_ARG_SCRATCHPAD;
    primitive = resources.add(new PreparedPrimitive(engine, lane, description, all));
    reserve(primitive.bytes(DNNL_ARG_SCRATCHPAD));
  }

  /** Returns the library's name for the implementation. */
  String implementation() {
    return description.implementation();
  }

  /** Makes it run on one piece of the tensors after the other, each reordered in the cache. */
  Pass repeated(int times) {
    runs = times;
    return this;
  }

  /** Declares the next argument as an input that begins at an element of its tensor. */
  Pass input(long[] dims, int first) {
    return input(dims, first, 0);
  }

  /** Declares one that begins another step later at each run. */
  Pass input(long[] dims, int first, int step) {
    int argument = next();
    try (Layout plain = Layout.plain(dims);
        Layout wanted = description.layout(argument)) {
      Places places = new Places(first, step, runs, plain.bytes());
      if (wanted.sameAs(plain)) {
        return add(new DirectOperand(primitive, argument, places));
      }
      long offset = reserve(wanted.bytes());
      Reorder reorder = reorder(plain, wanted, engine.overwriting());
      return add(new ReorderedInput(primitive, argument, reorder, places, offset));
    }
  }

  /** Declares the next argument as an output that is overwritten from an element on. */
  Pass output(long[] dims, int first) {
    return output(dims, first, 0);
  }

  /** Declares one that begins another step later at each run. */
  Pass output(long[] dims, int first, int step) {
    int argument = next();
    try (Layout plain = Layout.plain(dims);
        Layout given = description.layout(argument)) {
      Places places = new Places(first, step, runs, plain.bytes());
      if (given.sameAs(plain)) {
        return add(new DirectOperand(primitive, argument, places));
      }
      long offset = reserve(given.bytes());
      Reorder reorder = reorder(given, plain, engine.overwriting());
      return add(new ReorderedOutput(primitive, argument, reorder, places, offset));
    }
  }

  /** Declares the next argument as an output that is overwritten or added to, by all parts. */
  Pass sum(long[] dims) {
    int argument = next();
    try (Layout plain = Layout.plain(dims);
        Layout given = description.layout(argument)) {
      return add(
          runs == 1
              ? summed(argument, given, plain, reserve(given.bytes()))
              : accumulated(argument, given, plain));
    }
  }

  private SummedOutput summed(int argument, Layout given, Layout plain, long offset) {
    Reorder copy = reorder(given, plain, engine.overwriting());
    Reorder sum = reorder(given, plain, engine.adding());
    return new SummedOutput(primitive, argument, copy, sum, offset);
  }

  private Operand accumulated(int argument, Layout given, Layout plain) {
    long offset = reserve(given.bytes());
    long total = reserve(plain.bytes());
    SummedOutput run = summed(argument, given, plain, offset);
    return new AccumulatedOutput(run, total, summed(argument, plain, plain, total));
  }

  /** Declares the next argument as memory, in the primitive's layout, that stays with it. */
  Pass kept(Pointer memory) {
    primitive.bind(next(), memory);
    return add((buffer, add) -> {});
  }

  private int next() {
    return arguments[operands.size()];
  }

  private Pass add(Operand operand) {
    operands.add(resources.add(operand));
    return this;
  }

  private Reorder reorder(Layout from, Layout to, Attributes attributes) {
    Reorder reorder = new Reorder(engine, lane, from, to, attributes);
    reorder.scratchAt(reserve(reorder.scratchBytes()));
    return reorder;
  }

  private long reserve(long bytes) {
    long offset = scratchBytes;
    scratchBytes += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    engine.reserve(lane, scratchBytes);
    return offset;
  }

  /** Says which memory the argument that was declared as the {@code index}th is in. */
  void bind(int index, FloatBuffer buffer, boolean add) {
    operands.get(index).bind(buffer, add);
  }

  /** Reorders what needs it, and computes. */
  void run() {
    followWorkspace();
    for (int run = 0; run < runs; run++) {
      run(run);
    }
  }

  private void run(int run) {
    for (int i = 0; i < operands.size(); i++) {
      operands.get(i).before(run);
    }
    primitive.run();
    for (int i = 0; i < operands.size(); i++) {
      operands.get(i).after(run);
    }
  }

  /** Adds up what all parts compute; to be called when all have run. */
  void last() {
    for (int i = 0; i < operands.size(); i++) {
      operands.get(i).last();
    }
  }

  private void followWorkspace() {
    Workspace workspace = lane.workspace();
    if (generation != workspace.generation()) {
      generation = workspace.generation();
      primitive.bind(DNNL_ARG_SCRATCHPAD, workspace.at(0));
      for (Operand operand : operands) {
        operand.moved(workspace);
      }
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
