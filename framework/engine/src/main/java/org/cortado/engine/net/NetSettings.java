package org.cortado.engine.net;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.NetState;

/**
 * What a net is built for.
 *
 * @param state which of the file's layers are in, and how they behave
 * @param seed what all random numbers of the net depend on
 * @param dataFolder what relative data paths are resolved against
 * @param forceBackward whether gradients run down to every blob that can take one, as if the file
 *     said so
 * @param inputShapes shapes for tops of layers that leave theirs to the caller, by blob
 * @param gradientRoots blobs whose diff the caller writes before a backward sweep
 * @param sharesMemory whether blobs may share memory where their lives don't overlap; then only the
 *     net's inputs, outputs and parameters hold after a sweep what their names say
 * @param rules what a training settles of the parameters
 */
public record NetSettings(
    NetState state,
    long seed,
    Path dataFolder,
    boolean forceBackward,
    Map<String, Shape> inputShapes,
    Set<String> gradientRoots,
    boolean sharesMemory,
    List<ParameterRule> rules) {

  /** Copies the collections. */
  public NetSettings {
    inputShapes = Map.copyOf(inputShapes);
    gradientRoots = Set.copyOf(gradientRoots);
    rules = List.copyOf(rules);
  }

  /** Returns settings for a phase with nothing forced, set or seeded. */
  public static NetSettings of(Phase phase, long seed, Path dataFolder) {
    return new NetSettings(
        NetState.of(phase), seed, dataFolder, false, Map.of(), Set.of(), false, List.of());
  }

  /** Returns the phase of the state. */
  public Phase phase() {
    return state.phase();
  }

  /** Returns these settings for another level and other stages. */
  public NetSettings at(NetState other) {
    return new NetSettings(
        other, seed, dataFolder, forceBackward, inputShapes, gradientRoots, sharesMemory, rules);
  }

  /** Returns these settings for another phase. */
  public NetSettings in(Phase other) {
    return new NetSettings(
        state.in(other),
        seed,
        dataFolder,
        forceBackward,
        inputShapes,
        gradientRoots,
        sharesMemory,
        rules);
  }

  /** Returns these settings with shapes for the net's inputs. */
  public NetSettings withInputs(Map<String, Shape> shapes) {
    return new NetSettings(
        state, seed, dataFolder, forceBackward, shapes, gradientRoots, sharesMemory, rules);
  }

  /** Returns these settings with gradients down to all inputs, from the losses and these blobs. */
  public NetSettings withGradientsFrom(Set<String> roots) {
    return new NetSettings(state, seed, dataFolder, true, inputShapes, roots, sharesMemory, rules);
  }

  /** Returns these settings for a training with rules for parameters. */
  public NetSettings with(List<ParameterRule> others) {
    return new NetSettings(
        state, seed, dataFolder, forceBackward, inputShapes, gradientRoots, sharesMemory, others);
  }

  /** Returns these settings for a net that nobody looks into: its blobs may share memory. */
  public NetSettings sharingMemory() {
    return new NetSettings(
        state, seed, dataFolder, forceBackward, inputShapes, gradientRoots, true, rules);
  }
}
