package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cortado.api.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetProblemsTest {

  @TempDir Path folder;

  private NetLines file(String... layers) {
    return NetLines.of(folder, layers);
  }

  @Test
  void findsNothingWrongWithAGoodNet() {
    assertThat(file("name: x, type: Source").problems()).isEmpty();
  }

  @Test
  void suggestsTheNearestBlob() {
    assertThat(
            file(
                    "name: conv1, type: Source",
                    "name: y, type: Square, bottom: conv1x",
                    "name: z, type: Square, bottom: nowhere")
                .problems())
        .containsExactly(
            "3:37: layer 'y' (Square): bottom 'conv1x' is produced by no layer;"
                + " did you mean 'conv1'?",
            "4:37: layer 'z' (Square): bottom 'nowhere' is produced by no layer");
  }

  @Test
  void saysThatABlobIsOfTheOtherPhase() {
    assertThat(
            file(
                    "name: x, type: Source, phase: test",
                    "name: y, type: Square, bottom: x, phase: train")
                .problems())
        .containsExactly(
            "3:37: layer 'y' (Square): bottom 'x' is produced by no layer of this phase,"
                + " only by one of the other");
  }

  @Test
  void namesBothProducersOfOneBlob() {
    assertThat(file("name: a, type: Source, top: x", "name: b, type: Source, top: x").problems())
        .singleElement()
        .asString()
        .startsWith("3:")
        .contains("layer 'b' (Source): top 'x' is already produced by layer 'a' at ");
  }

  @Test
  void twoPhasesMayProduceOneBlob() {
    assertThat(
            file(
                    "name: a, type: Source, top: x, phase: train",
                    "name: b, type: Source, top: x, phase: test")
                .problems())
        .isEmpty();
  }

  @Test
  void showsTheWholeCycleAndGoesOnBehindIt() {
    assertThat(
            file(
                    "name: a, type: Square, bottom: c",
                    "name: b, type: Square, bottom: a",
                    "name: c, type: Square, bottom: b",
                    "name: d, type: Square, bottom: c",
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x, params: [{}, {}]")
                .problems())
        .containsExactly(
            "2:5: layer 'a' (Square): is part of a cycle: 'a' → 'b' → 'c' → 'a'",
            "7:52: layer 'w' (Weigh): has 1 parameters, but params lists 2");
  }

  @Test
  void reportsShapesThatDoNotGoTogether() {
    assertThat(
            file(
                    "name: x, type: Source, options: {shape: [2]}",
                    "name: y, type: Source, options: {shape: [3]}",
                    "name: sum, type: Plus, bottom: [x, y]",
                    "name: behind, type: Square, bottom: sum")
                .problems())
        .containsExactly(
            "4:5: layer 'sum' (Plus): bottoms must have equal shapes, but are [2] and [3]");
  }

  @Test
  void countsBottomsTopsAndListedValues() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: a, type: Plus, bottom: x",
                    "name: b, type: Square, bottom: [x, x]",
                    "name: c, type: Square, bottom: x, top: [p, q]",
                    "name: d, type: Square, bottom: x, loss_weight: [1, 2]",
                    "name: e, type: Source, bottom: x")
                .problems())
        .containsExactly(
            "3:5: layer 'a' (Plus): takes 2 to 3 bottoms, but has 1",
            "4:5: layer 'b' (Square): takes 1 bottom, but has 2",
            "5:5: layer 'c' (Square): takes 1 top, but has 2",
            "6:53: layer 'd' (Square): loss_weight must have one value for each top (1), but"
                + " has 2",
            "7:5: layer 'e' (Source): takes no bottoms, but has 1");
  }

  @Test
  void refusesToOverwriteWhatABackwardPassReads() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x",
                    "name: square, type: Square, bottom: w",
                    "name: change, type: Times, bottom: w, top: w, options: {factor: 2}",
                    "name: sum, type: Plus, bottom: [square, w]",
                    "name: loss, type: Total, bottom: sum")
                .problems())
        .containsExactly(
            "5:5: layer 'change' (Times): can't work in place on 'w': backward of layer 'square'"
                + " (Square) reads what it would overwrite; give the top a name of its own");
  }

  @Test
  void letsSignsBeReadBehindALayerThatKeepsThem() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x",
                    "name: rectify, type: Rectify, bottom: w, top: w",
                    "name: double, type: Times, bottom: w, top: w, options: {factor: 2}",
                    "name: loss, type: Total, bottom: w")
                .problems())
        .isEmpty();
  }

  @Test
  void refusesToOverwriteSignsThatABackwardPassReads() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x",
                    "name: rectify, type: Rectify, bottom: w, top: w",
                    "name: double, type: Times, bottom: w, top: w, options: {factor: 2}",
                    "name: negate, type: Times, bottom: w, top: w, options: {factor: -1}",
                    "name: loss, type: Total, bottom: w")
                .problems())
        .containsExactly(
            "6:5: layer 'negate' (Times): can't work in place on 'w': backward of layer 'rectify'"
                + " (Rectify) reads what it would overwrite; give the top a name of its own");
  }

  @Test
  void refusesToLearnAStatistic() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: count, type: Count, bottom: x, params: [{lr_mult: 1}]",
                    "name: fine, type: Count, bottom: x, params: [{lr_mult: 0, decay_mult: 0}]")
                .problems())
        .containsExactly(
            "3:52: layer 'count' (Count): parameter 0 is a statistic, which isn't learned; leave"
                + " lr_mult and decay_mult out, or say 0");
  }

  @Test
  void refusesAMultiplierOfOneWhereTheOwnerHasAnother() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x, params: [{name: both, lr_mult: 2}]",
                    "name: v, type: Weigh, bottom: x, params: [{name: both, lr_mult: 1}]")
                .problems())
        .singleElement()
        .asString()
        .contains("shares parameter 'both' with layer");
  }

  @Test
  void seesThroughLayersThatShareMemory() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x",
                    "name: square, type: Square, bottom: w",
                    "name: alias, type: Alias, bottom: w",
                    "name: change, type: Times, bottom: alias, top: alias, options: {factor: 2}",
                    "name: sum, type: Plus, bottom: [square, alias]",
                    "name: loss, type: Total, bottom: sum")
                .problems())
        .singleElement()
        .asString()
        .contains("can't work in place on 'alias': backward of layer 'square' (Square)");
  }

  @Test
  void letsALayerOverwriteWhereNoGradientRuns() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: square, type: Square, bottom: x",
                    "name: change, type: Times, bottom: x, top: x, options: {factor: 2}")
                .problems(Phase.TEST))
        .isEmpty();
  }

  @Test
  void refusesInPlaceOfALayerThatCannot() {
    assertThat(file("name: x, type: Source", "name: s, type: Square, bottom: x, top: x").problems())
        .containsExactly(
            "3:5: layer 's' (Square): can't work in place on 'x': it needs both its bottom and its"
                + " top; give the top a name of its own");
  }

  @Test
  void refusesInPlaceOfALayerWhoseGradientIsWanted() {
    assertThat(inPlaceUnderALoss("").problems())
        .containsExactly(
            "3:5: layer 'w' (Weigh): can't work in place on 'x': its gradient needs what it would"
                + " overwrite, so it may only where no gradient is wanted; give the top a name of"
                + " its own");
  }

  private NetLines inPlaceUnderALoss(String more) {
    return file(
        "name: x, type: Source",
        "name: w, type: Weigh, bottom: x, top: x" + more,
        "name: loss, type: Total, bottom: x");
  }

  @Test
  void letsALayerWorkInPlaceForwardWhereNoGradientIsWanted() {
    assertThat(inPlaceUnderALoss("").problems(Phase.TEST)).isEmpty();
    assertThat(inPlaceUnderALoss(", params: [{lr_mult: 0}]").problems()).isEmpty();
  }

  @Test
  void aLossThroughALayerWithoutBackwardIsAProblem() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: w, type: Weigh, bottom: x",
                    "name: opaque, type: Opaque, bottom: w",
                    "name: loss, type: Total, bottom: opaque")
                .problems())
        .singleElement()
        .asString()
        .contains("4:5: layer 'opaque' (Opaque): has no backward pass");
  }

  @Test
  void sharersMustAgreeWithTheOwner() {
    assertThat(
            file(
                    "name: x, type: Source, options: {shape: [2]}",
                    "name: y, type: Source, options: {shape: [3]}",
                    "name: a, type: Weigh, bottom: x, params: [{name: w, lr_mult: 2}]",
                    "name: b, type: Weigh, bottom: y, params: [{name: w}]",
                    "name: c, type: Weigh, bottom: x, params: [{name: w, lr_mult: 3}]")
                .problems())
        .containsExactly(
            "5:48: layer 'b' (Weigh): can't share parameter 'w': its shape is [3], but that of"
                + " layer 'a' is [2]",
            "6:48: layer 'c' (Weigh): shares parameter 'w' with layer 'a', whose lr_mult 2.0 and"
                + " decay_mult 1.0 must be used");
  }

  @Test
  void fillersRefuseShapesThatTheyHaveNoValuesFor() {
    assertThat(
            file(
                    "name: x, type: Source",
                    "name: y, type: Weigh, bottom: x, params: [{filler: {type: bilinear}}]")
                .problems())
        .singleElement()
        .asString()
        .startsWith("3:")
        .contains(
            "layer 'y' (Weigh): the filler bilinear is for kernels [outputs x inputs x spatial…],"
                + " but the parameter is [");
  }

  @Test
  void reportsOneLayersFaultsTogether() {
    assertThat(
            file(
                    "name: x, type: Source, options: {valeu: 2}",
                    "name: y, type: Times, bottom: x, options: {factor: 1000}",
                    "name: z, type: Sqare, bottom: y")
                .problems())
        .containsExactly(
            "2:39: layer 'x' (Source): unknown option 'valeu'; did you mean 'value'?",
            "3:57: layer 'y' (Times): factor must be at most 100, but is 1000",
            "4:21: layer 'z': unknown layer type 'Sqare'; did you mean 'Square'?");
  }
}
