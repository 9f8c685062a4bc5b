package org.cortado.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets signals do something to a command that runs, instead of ending it.
 *
 * <p>By reflection, since the compiler warns of {@code sun.misc.Signal} whatever one does; where it
 * isn't there signals do what they do to any program.
 */
final class Signals {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private Signals() {}

  /**
   * Does some work and returns its result.
   *
   * @param actions what signals do meanwhile, by their names without {@code SIG}, on a thread of
   *     the JVM's own
   */
  static <T> T during(Supplier<T> work, Map<String, Runnable> actions) {
    List<Runnable> restore = new ArrayList<>();
    actions.forEach(
        (signal, action) ->
            handler(action)
                .flatMap(handler -> install(signal, handler))
                .ifPresent(before -> restore.add(() -> install(signal, before))));
    try {
      return work.get();
    } finally {
      restore.forEach(Runnable::run);
    }
  }

  private static Optional<Object> handler(Runnable action) {
    return type(HANDLER)
        .map(
            type ->
                Proxy.newProxyInstance(
                    Signals.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer(proxy, method, arguments, action)));
  }

  private static Object answer(Object proxy, Method method, Object[] arguments, Runnable action) {
    return switch (method.getName()) {
      case "handle" -> {
        action.run();
        yield "";
      }
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a handler of Cortado's";
    };
  }

  private static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Returns the handler that was there before; nothing where the system has no such signal. */
  private static Optional<Object> install(String name, Object handler) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Object chosen = signal.getConstructor(String.class).newInstance(name);
      Method handle = signal.getMethod("handle", signal, Class.forName(HANDLER));
      return Optional.ofNullable(handle.invoke(null, chosen, handler));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
