package org.cortado.engine.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Parameter;

/** The parameters of a net that learn, their histories, and how threads go over them. */
final class LearningParameters implements AutoCloseable {

  private final Parallel parallel;
  private final UpdateSettings settings;
  private final HeldTensors histories;
  private final List<LearningParameter> learning = new ArrayList<>();
  private final Chunk[] chunks;
  private final Pieces pieces;

  LearningParameters(
      List<Parameter> parameters,
      Function<Parameter, ParameterSettings> own,
      UpdateSettings settings,
      Backend backend) {
    this.settings = settings;
    parallel = backend.parallel();
    histories = new HeldTensors(backend.memory());
    chunks = Chunk.forThreads(parallel.threads(), settings.rule().histories().size());
    try {
      parameters.forEach(parameter -> add(parameter, own.apply(parameter)));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    pieces = new Pieces(learning.stream().map(each -> each.blob().count()).toList());
  }

  private void add(Parameter parameter, ParameterSettings own) {
    if (own.lrMult() != 0) {
      learning.add(
          new LearningParameter(
              parameter,
              own,
              settings,
              settings.rule().histories().stream()
                  .map(name -> parameter.key() + "/" + name)
                  .map(name -> histories.add(name, parameter.blob().shape()))
                  .toList()));
    }
  }

  int size() {
    return learning.size();
  }

  LearningParameter get(int index) {
    return learning.get(index);
  }

  Pieces pieces() {
    return pieces;
  }

  /** Returns what the parameters pass through, one for each thread. */
  Chunk[] chunks() {
    return chunks.clone();
  }

  Map<String, Tensor> histories() {
    return histories.tensors();
  }

  /** Opens all tensors, before threads go over them. */
  void open() {
    for (int i = 0; i < learning.size(); i++) {
      learning.get(i).open();
    }
  }

  /** Runs what {@link Pieces#loop} returned over all pieces, on all threads. */
  void forEachPiece(Parallel.Body loop) {
    pieces.forEach(parallel, loop);
  }

  /** Returns the limits of those parameters whose rows have one. */
  List<RowLimit> rowLimits() {
    return learning.stream()
        .flatMap(each -> each.maxNorm().map(most -> new RowLimit(each.blob(), most, this)).stream())
        .toList();
  }

  Parallel parallel() {
    return parallel;
  }

  @Override
  public void close() {
    histories.close();
  }
}
