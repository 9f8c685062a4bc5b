package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A primitive with a place for each of its arguments.
 *
 * <p>Places are bound to memory; binding the buffer that is there already costs a comparison, and
 * running allocates nothing.
 */
final class PreparedPrimitive implements Resources.NativeResource {

  private final dnnl_stream stream;
  private final dnnl_primitive handle = new dnnl_primitive();
  private final int[] arguments;
  private final long[] bytes;
  private final dnnl_memory[] memories;
  private final @Nullable FloatBuffer[] buffers;
  private final List<KnownBuffers<Pointer>> known;
  private final dnnl_exec_arg_t places;

  /** Makes the primitive with places for the given arguments. */
  PreparedPrimitive(OneDnnEngine engine, Lane lane, Description description, int... arguments) {
    stream = lane.stream();
    this.arguments = arguments.clone();
    bytes = new long[arguments.length];
    memories = new dnnl_memory[arguments.length];
    buffers = new FloatBuffer[arguments.length];
    known = Stream.generate(KnownBuffers<Pointer>::new).limit(arguments.length).toList();
    places = new dnnl_exec_arg_t(arguments.length);
    Status.check(dnnl_primitive_create(handle, description.handle()), "make a primitive");
    for (int place = 0; place < arguments.length; place++) {
      try (Layout layout = description.layout(arguments[place])) {
        open(engine, place, layout);
      }
    }
    places.position(0);
  }

  private void open(OneDnnEngine engine, int place, Layout layout) {
    dnnl_memory memory = new dnnl_memory();
    Status.check(
        dnnl_memory_create(memory, layout.handle(), engine.handle(), null), "make a memory");
    bytes[place] = layout.bytes();
    memories[place] = memory;
    places.position(place).arg(arguments[place]).memory(memory);
  }

  /** Returns how many bytes an argument takes. */
  long bytes(int argument) {
    return bytes[place(argument)];
  }

  /**
   * Puts a part of a buffer, from an element that is always the same, in an argument's place.
   *
   * @throws IllegalArgumentException if it is too small
   */
  @SuppressWarnings("ReferenceEquality")
  void bind(int argument, FloatBuffer buffer, int from) {
    int place = place(argument);
    if (buffers[place] != buffer) {
      checkSize(buffer, (long) from * Float.BYTES + bytes[place]);
      set(place, pointer(known.get(place), buffer, from));
      buffers[place] = buffer;
    }
  }

  private static Pointer pointer(KnownBuffers<Pointer> known, FloatBuffer buffer, int from) {
    Pointer pointer = known.find(buffer);
    return pointer != null
        ? pointer
        : known.add(buffer, new Pointer(buffer).getPointer((long) from * Float.BYTES));
  }

  private static void checkSize(FloatBuffer buffer, long needed) {
    if (!buffer.isDirect() || (long) buffer.capacity() * Float.BYTES < needed) {
      throw new IllegalArgumentException(
          buffer + " is no native memory of at least " + needed + " bytes");
    }
  }

  /** Puts memory that the caller knows to be large enough in an argument's place. */
  void bind(int argument, Pointer memory) {
    int place = place(argument);
    set(place, memory);
    buffers[place] = null;
  }

  private void set(int place, Pointer memory) {
    Status.check(dnnl_memory_set_data_handle(memories[place], memory), "use a memory");
  }

  private int place(int argument) {
    for (int place = 0; place < arguments.length; place++) {
      if (arguments[place] == argument) {
        return place;
      }
    }
    throw new IllegalArgumentException("there is no argument " + argument);
  }

  /** Computes. */
  void run() {
    Status.check(
        dnnl_primitive_execute(handle, stream, arguments.length, places), "run a primitive");
  }

  @Override
  public void close() {
    dnnl_primitive_destroy(handle);
    for (dnnl_memory memory : memories) {
      dnnl_memory_destroy(memory);
    }
    places.close();
  }
}
