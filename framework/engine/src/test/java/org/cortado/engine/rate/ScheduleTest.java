package org.cortado.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.engine.rate.Schedule.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

  private static final int LENGTH = 1000;
  private static final FixedPolicy FIXED = new FixedPolicy();

  private static Schedule schedule(LearningRatePolicy policy) {
    return new Schedule(policy, 0.5, LENGTH);
  }

  private static List<Long> turns(LearningRatePolicy policy) {
    return schedule(policy).outline(20).stream().map(Point::iteration).toList();
  }

  static Stream<LearningRatePolicy> policies() {
    return Stream.of(
        FIXED,
        new StepPolicy(0.1, 300),
        new MultistepPolicy(0.5, List.of(100L, 101L, 900L)),
        new ExpPolicy(0.99),
        new InvPolicy(0.01, 0.75),
        new PolyPolicy(2),
        new SigmoidPolicy(-0.05, 500),
        new CosinePolicy(Optional.of(200L), 2, 0.01),
        new CyclicPolicy(1, 150, 0.5),
        new OneCyclePolicy(0.3, 25, 10_000),
        new PlateauPolicy("test.loss", Goal.AUTO, 0.1, 10, 0, 0, 0),
        new WarmupPolicy(50, 0, new PolyPolicy(1)),
        new PiecewisePolicy(
            List.of(
                new PiecewisePolicy.Piece(400, 1, FIXED),
                new PiecewisePolicy.Piece(1, 0.1, new ExpPolicy(0.999)))));
  }

  /**
   * The largest gap is that of the curve which bends most: a sigmoid, or a cosine, in 20 points.
   */
  @ParameterizedTest
  @MethodSource("policies")
  void tellsTheWholeCourseInTwentyPoints(LearningRatePolicy policy) {
    Schedule schedule = schedule(policy);
    List<Point> points = schedule.outline(20);
    assertThat(points).hasSizeBetween(2, 20).allSatisfy(point -> assertIsOf(point, schedule));
    assertThat(points.get(0).iteration()).isZero();
    assertThat(points.get(points.size() - 1).iteration()).isEqualTo(LENGTH - 1);
    for (int i = 1; i < points.size(); i++) {
      assertLineFollows(schedule, points.get(i - 1), points.get(i));
    }
  }

  private static void assertIsOf(Point point, Schedule schedule) {
    assertThat(point.rate()).isEqualTo(schedule.rate(point.iteration()));
  }

  private static void assertLineFollows(Schedule schedule, Point from, Point to) {
    assertThat(to.iteration()).isGreaterThan(from.iteration());
    double slope = (to.rate() - from.rate()) / (to.iteration() - from.iteration());
    LongStream.range(from.iteration(), to.iteration())
        .forEach(
            i ->
                assertThat(from.rate() + slope * (i - from.iteration()))
                    .as("iteration %d", i)
                    .isCloseTo(schedule.rate(i), within(0.02)));
  }

  @Test
  void needsTheEndsAloneWhereNothingChanges() {
    assertThat(turns(FIXED)).containsExactly(0L, 999L);
    assertThat(turns(new PolyPolicy(1))).containsExactly(0L, 999L);
  }

  @Test
  void showsBothSidesOfAJump() {
    assertThat(turns(new StepPolicy(0.1, 300)))
        .containsExactly(0L, 299L, 300L, 599L, 600L, 899L, 900L, 999L);
    assertThat(turns(new MultistepPolicy(0.5, List.of(100L, 101L, 900L))))
        .containsExactly(0L, 99L, 100L, 101L, 899L, 900L, 999L);
  }

  @Test
  void showsWhereLinesBend() {
    assertThat(turns(new WarmupPolicy(50, 0, new PolyPolicy(1)))).containsExactly(0L, 50L, 999L);
    assertThat(turns(new CyclicPolicy(1, 150, 1)))
        .containsExactly(0L, 150L, 300L, 450L, 600L, 750L, 900L, 999L);
  }

  @Test
  void takesTheGreatestChangesWhereThereAreTooMany() {
    List<Point> points = schedule(new StepPolicy(0.5, 10)).outline(5);
    assertThat(points)
        .extracting(Point::iteration)
        .hasSize(5)
        .startsWith(0L, 9L)
        .endsWith(999L)
        .allMatch(iteration -> iteration < 100 || iteration == 999);
  }

  @Test
  void drawsPlateausAsIfAllWentWell() {
    PlateauPolicy policy = new PlateauPolicy("test.loss", Goal.AUTO, 0.1, 1, 0, 0, 0);
    assertThat(schedule(policy).outline(20))
        .containsExactly(new Point(0, 0.5), new Point(999, 0.5));
  }

  @Test
  void showsEverySoManyIterationsAndTheLast() {
    Schedule schedule = new Schedule(FIXED, 0.5, 7);
    assertThat(schedule.every(3)).extracting(Point::iteration).containsExactly(0L, 3L, 6L);
    assertThat(schedule.every(4)).extracting(Point::iteration).containsExactly(0L, 4L, 6L);
    assertThat(schedule.every(100)).extracting(Point::iteration).containsExactly(0L, 6L);
  }

  @Test
  void isOnePointOfOneIteration() {
    assertThat(new Schedule(FIXED, 0.5, 1).outline(20)).containsExactly(new Point(0, 0.5));
  }

  @Test
  void passesOverIterationsWhereThereAreMillions() {
    Schedule schedule = new Schedule(new StepPolicy(0.1, 2_000_000), 0.5, 3_000_000);
    List<Point> points = schedule.outline(20);
    assertThat(points).hasSize(4);
    assertThat(points.get(1).iteration()).isBetween(1_999_990L, 1_999_999L);
    assertThat(points.get(2).iteration()).isBetween(2_000_000L, 2_000_009L);
  }
}
