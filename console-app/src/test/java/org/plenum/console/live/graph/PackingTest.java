package org.plenum.console.live.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackingTest {
  private final Packing<Integer> packing = new Packing<>(10);

  @Test
  void firstDiscGetsTheWishedPlace() {
    assertThat(packing.place(1, 10, new Point(30, 40))).isEqualTo(new Disc(new Point(30, 40), 10));
  }

  @Test
  void discsOfVariousSizesNeverOverlap() {
    List<Disc> discs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      discs.add(packing.place(i, 5 + i % 7 * 6, Point.ORIGIN));
    }
    for (int i = 0; i < discs.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(discs.get(i).overlaps(discs.get(j))).as("%s and %s", i, j).isFalse();
      }
    }
  }

  @Test
  @Tag("DIAG-061")
  void whatExistsKeepsItsPlaceWhileOthersComeAndGo() {
    Disc stays = packing.place(1, 10, Point.ORIGIN);
    for (int i = 2; i < 50; i++) {
      packing.place(i, 10, Point.ORIGIN);
    }
    packing.retain(Set.of(1, 7));
    packing.place(60, 10, Point.ORIGIN);
    assertThat(packing.find(1)).contains(stays);
    assertThat(packing.place(1, 10, new Point(500, 500))).isEqualTo(stays);
    assertThat(packing.keys()).containsExactlyInAnyOrder(1, 7, 60);
  }

  @Test
  void aDiscThatGrewMovesNoFartherThanItMust() {
    packing.place(1, 10, Point.ORIGIN);
    Disc second = packing.place(2, 10, Point.ORIGIN);
    Disc grown = packing.place(2, 15, Point.ORIGIN);
    assertThat(grown.overlaps(packing.find(1).orElseThrow())).isFalse();
    assertThat(grown.center().distance(second.center())).isLessThan(25);
  }

  @Test
  void aFreedPlaceIsUsedAgain() {
    Disc first = packing.place(1, 10, Point.ORIGIN);
    packing.place(2, 10, Point.ORIGIN);
    packing.remove(1);
    assertThat(packing.place(3, 10, Point.ORIGIN)).isEqualTo(first);
  }
}
