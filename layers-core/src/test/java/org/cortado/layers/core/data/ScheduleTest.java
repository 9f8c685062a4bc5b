package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.api.Phase;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static List<Integer> items(Schedule schedule, long batch, int batchSize) {
    int[] items = new int[batchSize];
    int size = schedule.items(batch, items);
    return Arrays.stream(items, 0, size).boxed().toList();
  }

  @Test
  void goesOnWithTheNextRoundInTraining() {
    Schedule schedule = new Schedule(5, 3, Phase.TRAIN, ItemOrder.OF_THE_FILE);
    assertThat(items(schedule, 0, 3)).containsExactly(0, 1, 2);
    assertThat(items(schedule, 1, 3)).containsExactly(3, 4, 0);
    assertThat(items(schedule, 5, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void stopsAtTheEndOfARoundInTheTestPhase() {
    Schedule schedule = new Schedule(5, 3, Phase.TEST, ItemOrder.OF_THE_FILE);
    assertThat(items(schedule, 0, 3)).containsExactly(0, 1, 2);
    assertThat(items(schedule, 1, 3)).containsExactly(3, 4);
    assertThat(items(schedule, 2, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void hasNoEmptyBatchWhereTheBatchesFit() {
    Schedule schedule = new Schedule(6, 3, Phase.TEST, ItemOrder.OF_THE_FILE);
    assertThat(items(schedule, 1, 3)).containsExactly(3, 4, 5);
    assertThat(items(schedule, 2, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void asksForTheOrderOfTheRoundThatAPlaceIsIn() {
    ItemOrder rounds = (round, place) -> (int) round * 100 + place;
    assertThat(items(new Schedule(2, 3, Phase.TRAIN, rounds), 1, 3)).containsExactly(101, 200, 201);
    assertThat(items(new Schedule(2, 3, Phase.TEST, rounds), 1, 3)).containsExactly(100, 101);
  }

  @Test
  void countsBatchesBeyondTwoBillionItems() {
    Schedule schedule = new Schedule(10, 4, Phase.TRAIN, ItemOrder.OF_THE_FILE);
    assertThat(items(schedule, 10_000_000_001L, 4)).containsExactly(4, 5, 6, 7);
  }

  @Test
  void shufflesEachRoundByItsNumberAndTheKeyAlone() {
    Shuffle shuffle = new Shuffle(50, 3);
    List<Integer> first = order(shuffle, 0);
    List<Integer> second = order(shuffle, 1);
    assertThat(new HashSet<>(first)).hasSize(50);
    assertThat(Set.of(first, second, order(new Shuffle(50, 4), 0))).hasSize(3);
    assertThat(order(shuffle, 0)).isEqualTo(first);
    assertThat(order(new Shuffle(50, 3), 1)).isEqualTo(second);
  }

  private static List<Integer> order(Shuffle shuffle, long round) {
    return IntStream.range(0, 50).mapToObj(i -> shuffle.item(round, i)).toList();
  }

  @Test
  void putsEveryItemInEveryPlaceAboutEquallyOften() {
    int[][] counts = new int[4][4];
    Shuffle shuffle = new Shuffle(4, 11);
    for (int round = 0; round < 4000; round++) {
      for (int place = 0; place < 4; place++) {
        counts[place][shuffle.item(round, place)]++;
      }
    }
    assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream))
        .allSatisfy(count -> assertThat(count).isBetween(890, 1110));
  }
}
