package org.cortado.engine.plugin;

import java.util.Optional;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.option.Choice;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingListener;
import org.cortado.engine.definition.Words;

/**
 * What a plug-in says of something that it offers besides layers.
 *
 * @param name the word by which files, or command lines, choose it
 * @param kind what it is, in words: {@code update rule}
 * @param among the interface among whose records the word chooses
 * @param type the class that was offered
 * @param options the record of its options
 * @param origin the jar that it comes from
 */
public record PartDeclaration(
    String name,
    String kind,
    Class<?> among,
    Class<?> type,
    Class<? extends Record> options,
    Origin origin) {

  /**
   * Reads the declaration of a record.
   *
   * @throws PluginException if no file can choose it
   */
  static PartDeclaration of(Choice<?> choice, Origin origin) {
    Class<?> type = choice.record();
    String kind = Words.kind(choice.among());
    if (choice.among() == TrainingListener.Options.class) {
      throw unnamed(
          "options", type, "can't be offered alone; offer their listener, by listener(…)", origin);
    }
    String name =
        name(type)
            .filter(any -> type.isRecord())
            .orElseThrow(() -> unnamed(kind, type, "must be a record with @TypeName", origin));
    return new PartDeclaration(
        name, kind, choice.among(), type, type.asSubclass(Record.class), origin);
  }

  /**
   * Reads the declaration of a listener.
   *
   * @throws PluginException if it can't be one
   */
  static PartDeclaration ofListener(Class<? extends TrainingListener> type, Origin origin) {
    String name =
        name(type).orElseThrow(() -> unnamed("listener", type, "lacks @TypeName", origin));
    Class<? extends Record> options = new InjectedConstructor(type, origin).optionsType();
    if (!TrainingListener.Options.class.isAssignableFrom(options)) {
      throw unnamed(
          "listener",
          type,
          "must ask in its constructor for its options, a record that implements"
              + " TrainingListener.Options",
          origin);
    }
    return new PartDeclaration(
        name, "listener", TrainingListener.Options.class, type, options, origin);
  }

  /** Reads the declaration of a backend. */
  static PartDeclaration ofBackend(BackendDeclaration backend) {
    return new PartDeclaration(
        backend.name(),
        "backend",
        BackendFactory.class,
        backend.factory().getClass(),
        NoOptions.class,
        backend.origin());
  }

  private static Optional<String> name(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(TypeName.class)).map(TypeName::value);
  }

  private static PluginException unnamed(String kind, Class<?> type, String what, Origin origin) {
    return new PluginException("%s: %s %s %s".formatted(origin, kind, type.getName(), what));
  }

  /** Returns the line that says what it does; empty if its author wrote none. */
  public String help() {
    return Optional.ofNullable(type.getAnnotation(Help.class)).map(Help::value).orElse("");
  }
}
