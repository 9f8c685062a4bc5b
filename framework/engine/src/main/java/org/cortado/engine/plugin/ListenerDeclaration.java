package org.cortado.engine.plugin;

import java.util.Map;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.training.TrainingContext;
import org.cortado.api.training.TrainingListener;

/** What a plug-in says of one of its listeners, and the way to make one. */
public final class ListenerDeclaration {

  private final Class<? extends TrainingListener> type;
  private final PartDeclaration part;
  private final Plugin plugin;

  /**
   * Reads the declaration of a class.
   *
   * @throws PluginException if it can't be a listener, and why
   */
  ListenerDeclaration(Class<? extends TrainingListener> type, Plugin plugin) {
    this.type = type;
    this.plugin = plugin;
    part = PartDeclaration.ofListener(type, plugin.origin());
  }

  /** Returns what there is to say of it. */
  public PartDeclaration part() {
    return part;
  }

  /**
   * Makes a listener.
   *
   * @throws PluginException if its constructor, or a service that it wants, fails
   */
  public TrainingListener create(TrainingListener.Options options, TrainingContext context) {
    try {
      return plugin.create(type, Map.of(part.options(), options, TrainingContext.class, context));
    } catch (PluginException e) {
      throw new PluginException("listener '%s': %s".formatted(part.name(), e.getMessage()), e);
    } catch (InvalidLayerException e) {
      throw new PluginException(
          "listener '%s' of %s: %s".formatted(part.name(), part.origin(), e.getMessage()), e);
    }
  }
}
