package org.cortado.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets the user end a command in peace: the first Ctrl-C asks, the second kills.
 *
 * <p>By reflection, since the compiler warns of {@code sun.misc.Signal} whatever one does; a JVM
 * without it ends at the first Ctrl-C, as any program does.
 */
final class Interrupts {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable ask;

  private Interrupts(Runnable ask) {
    this.ask = ask;
  }

  /**
   * Does some work and returns its result.
   *
   * @param ask is called at the first Ctrl-C meanwhile, on a thread of the JVM's own
   */
  static <T> T during(Supplier<T> work, Runnable ask) {
    Optional<Object> before = new Interrupts(ask).handler().flatMap(Interrupts::install);
    try {
      return work.get();
    } finally {
      before.ifPresent(Interrupts::install);
    }
  }

  private Optional<Object> handler() {
    return type(HANDLER)
        .map(
            type ->
                Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer(proxy, method, arguments)));
  }

  private Object answer(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "handle" -> interrupt();
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "the handler of Ctrl-C";
    };
  }

  private String interrupt() {
    if (asked.getAndSet(true)) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
    ask.run();
    return "";
  }

  private static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Returns the handler that was there before. */
  private static Optional<Object> install(Object handler) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      Method handle = signal.getMethod("handle", signal, Class.forName(HANDLER));
      return Optional.ofNullable(handle.invoke(null, interrupt, handler));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
