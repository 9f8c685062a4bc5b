package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.Test;

/** Inherits what every layer has to keep to, proved for each of the cases. */
class ${layer}LayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("${type}").bottom(2, 3),
        layer("${type}").option("slope", 0.5).bottom(4, 3, 2),
        layer("${type}").option("slope", 0).bottom(5));
  }

  @Test
  void multipliesWhatIsBelow0BySlope() {
    assertThat(run("${type}", options("slope", 0.5), blob(-2, 0, 3))).containsExactly(-1f, 0f, 3f);
  }
}
