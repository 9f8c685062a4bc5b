package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.Layer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;

/** A net goes on after a check as if there had been none. */
class RestoringTest {

  private static final GradientChecker CHECKER = new GradientChecker(GradientSettings.defaults());

  private static List<Float> values(Tensor tensor) {
    FloatBuffer floats = tensor.read();
    return IntStream.range(0, tensor.count()).mapToObj(floats::get).toList();
  }

  private static void fill(Tensor tensor, float first) {
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < tensor.count(); i++) {
      floats.put(i, first + i);
    }
  }

  @Test
  void bringsBackDataAndDiffs() {
    Fakes.Affine layer = new Fakes.Affine();
    Blob x = Fakes.blob(1, 2);
    Blob y = Fakes.blob(3, 4);
    List<Tensor> tensors =
        List.of(x.data(), x.diff(), y.data(), y.diff(), layer.weight.data(), layer.weight.diff());
    for (int i = 0; i < tensors.size(); i++) {
      fill(tensors.get(i), 10 * i);
    }
    List<List<Float>> before = tensors.stream().map(RestoringTest::values).toList();

    assertThat(CHECKER.check(layer, List.of(x), List.of(y)).passed()).isTrue();

    assertThat(tensors.stream().map(RestoringTest::values).toList()).isEqualTo(before);
    assertThat(layer.bias.diff().isClear()).isTrue();
    assertThat(values(layer.bias.diff())).containsExactly(0f);
  }

  @Test
  void leavesTheLayerAsAForwardPassOfTheOldDataLeavesIt() {
    Keeping layer = new Keeping();

    CHECKER.check(layer, List.of(Fakes.blob(5)), List.of(Fakes.blob(0)));

    assertThat(layer.kept).isEqualTo(5);
  }

  @Test
  void doesNotRunALayerThatTakesNoGradient() {
    Layer source = mock();

    assertThat(CHECKER.check(source, List.of(), List.of(Fakes.blob(1))).blobs()).isEmpty();

    verify(source, never()).forward(any(), any());
  }

  private static final class Keeping extends Fakes.Square {

    private float kept;

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      super.forward(bottom, top);
      kept = bottom.get(0).data().read().get(0);
    }
  }

  @Test
  void checksALayerThatWorksInPlace() {
    Blob blob = Fakes.blob(-1, 0.5, 2);
    fill(blob.diff(), 1);

    GradientReport report = CHECKER.check(new Exponential(), List.of(blob), List.of(blob));

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(values(blob.data())).containsExactly(-1f, 0.5f, 2f);
    assertThat(values(blob.diff())).containsExactly(1f, 2f, 3f);
  }

  @Test
  void noticesALayerThatIsWrongInPlace() {
    Blob blob = Fakes.blob(-1, 0.5, 2);

    assertThat(CHECKER.check(new Fakes.Square(), List.of(blob), List.of(blob)).passed()).isFalse();
  }

  /** y = exp(x), whose backward reads y alone. */
  private static final class Exponential extends Fakes.Same {

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < bottom.get(0).count(); i++) {
        y.put(i, (float) Math.exp(x.get(i)));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      FloatBuffer y = top.get(0).data().read();
      FloatBuffer dy = top.get(0).diff().read();
      FloatBuffer dx = bottom.get(0).diff().write();
      for (int i = 0; propagateDown[0] && i < top.get(0).count(); i++) {
        dx.put(i, y.get(i) * dy.get(i));
      }
    }
  }

  @Test
  void checksALayerWhoseTopStandsOnItsBottom() {
    Blob x = Fakes.blob(1, 2);
    Blob y = Fakes.empty();
    Identity layer = new Identity();
    layer.reshape(List.of(x), List.of(y));

    GradientReport report = CHECKER.check(layer, List.of(x), List.of(y));

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(values(x.data())).containsExactly(1f, 2f);
  }

  private static final class Identity extends Fakes.Same {

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      super.reshape(bottom, top);
      top.get(0).share(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }
}
