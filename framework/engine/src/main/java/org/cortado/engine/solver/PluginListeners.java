package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.training.TrainingContext;
import org.cortado.api.training.TrainingListener;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.ListenerDeclaration;

/**
 * Makes the listeners that a solver's file names.
 *
 * @param catalogue offers them
 * @param solver the name of the solver
 */
record PluginListeners(LayerCatalogue catalogue, String solver) implements Observers {

  /** What they are told of a training. */
  private record Context(String solver, Path folder) implements TrainingContext {}

  @Override
  public List<SolverListener> of(Subject subject) {
    List<SolverListener> made = new ArrayList<>();
    try {
      subject.definition().listeners().forEach(options -> made.add(listener(options, subject)));
    } catch (RuntimeException e) {
      made.forEach(listener -> listener.failed(String.valueOf(e.getMessage())));
      throw e;
    }
    return made;
  }

  private SolverListener listener(TrainingListener.Options options, Subject subject) {
    ListenerDeclaration declared = catalogue.listener(options);
    TrainingListener listener =
        declared.create(options, new Context(solver, subject.folder().path()));
    String name = "'%s' of %s".formatted(declared.part().name(), declared.part().origin());
    return new PluginListener(listener, name, subject.definition().maxIter(), subject.listener());
  }
}
