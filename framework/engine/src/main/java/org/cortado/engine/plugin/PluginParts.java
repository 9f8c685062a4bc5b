package org.cortado.engine.plugin;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.option.Choice;
import org.cortado.api.training.TrainingListener;

/**
 * What one plug-in offers besides layers.
 *
 * @param choices records of options that are all there is of them: fillers, update rules
 * @param listeners of trainings
 * @param backends by their factories
 */
record PluginParts(
    List<PartDeclaration> choices,
    List<ListenerDeclaration> listeners,
    List<BackendDeclaration> backends) {

  private static final Key<Set<Choice<?>>> CHOICES = Key.get(new TypeLiteral<>() {});
  private static final Key<Set<Class<? extends TrainingListener>>> LISTENERS =
      Key.get(new TypeLiteral<>() {});
  private static final Key<Set<BackendFactory>> BACKENDS = Key.get(new TypeLiteral<>() {});

  /**
   * Reads the declarations of all that a module lists.
   *
   * @throws PluginException if one is wrong
   */
  static PluginParts of(Injector module, Plugin plugin) {
    return new PluginParts(
        module.getInstance(CHOICES).stream()
            .map(choice -> PartDeclaration.of(choice, plugin.origin()))
            .toList(),
        module.getInstance(LISTENERS).stream()
            .map(type -> new ListenerDeclaration(type, plugin))
            .toList(),
        module.getInstance(BACKENDS).stream()
            .map(factory -> new BackendDeclaration(factory, plugin.origin()))
            .toList());
  }

  /** Returns these without what has options that can't be read. */
  PluginParts readable(OptionsCheck check) {
    return new PluginParts(
        choices.stream().filter(check::accepts).toList(),
        listeners.stream().filter(each -> check.accepts(each.part())).toList(),
        backends);
  }

  /** Returns what there is to say of each. */
  List<PartDeclaration> all() {
    return Stream.of(
            choices.stream(),
            listeners.stream().map(ListenerDeclaration::part),
            backends.stream().map(each -> each.part()))
        .flatMap(parts -> parts)
        .toList();
  }
}
