package org.cortado.engine.plugin;

import com.google.inject.Inject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;

/** Reads off the constructor of a plug-in's class what it asks for. */
final class InjectedConstructor {

  private final Class<?> type;
  private final Origin origin;

  InjectedConstructor(Class<?> type, Origin origin) {
    this.type = type;
    this.origin = origin;
  }

  /**
   * Returns the record of options that it asks for; {@link NoOptions} if it asks for none.
   *
   * @throws PluginException if there is not one such constructor, or it asks for several records
   */
  Class<? extends Record> optionsType() {
    List<Class<? extends Record>> records =
        Arrays.stream(find().getParameterTypes())
            .filter(Class::isRecord)
            .<Class<? extends Record>>map(parameter -> parameter.asSubclass(Record.class))
            .toList();
    if (records.size() > 1) {
      throw new PluginException(
          origin
              + ": the constructor of "
              + type.getName()
              + " takes more than one record; its options must be the only one");
    }
    return records.isEmpty() ? NoOptions.class : records.get(0);
  }

  private Constructor<?> find() {
    List<Constructor<?>> injected =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(InjectedConstructor::isInjected)
            .toList();
    if (injected.size() != 1) {
      throw new PluginException(
          origin
              + ": "
              + type.getName()
              + " must have exactly one constructor with @Inject, but has "
              + injected.size());
    }
    return injected.get(0);
  }

  private static boolean isInjected(Constructor<?> constructor) {
    return constructor.isAnnotationPresent(Inject.class)
        || constructor.isAnnotationPresent(jakarta.inject.Inject.class);
  }
}
