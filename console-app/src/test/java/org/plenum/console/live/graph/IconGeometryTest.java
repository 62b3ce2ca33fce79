package org.plenum.console.live.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconGeometryTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.25, 0.5, 0.8, 1})
  @Tag("DIAG-044")
  void filledAreaIsTheShareOfTheCircle(double share) {
    double height = FillLevel.height(share);
    assertThat(FillLevel.segmentArea(height) / Math.PI).isCloseTo(share, within(1e-6));
  }

  @Test
  void halfFullIsFilledToTheMiddle() {
    assertThat(FillLevel.height(0.5)).isCloseTo(1, within(1e-6));
  }

  @Test
  @Tag("DIAG-034")
  void iconAreaIsProportionalToTheQuantity() {
    IconScale scale = new IconScale(10, 1);
    scale.fit(9, 1);
    assertThat(scale.radius(4)).isEqualTo(20);
    assertThat(scale.radius(9)).isEqualTo(30);
  }

  @Test
  @Tag("DIAG-034")
  void largestIconIsFourTimesTheSmallest() {
    IconScale scale = new IconScale(10, 1);
    scale.fit(1000, 1);
    assertThat(scale.radius(1000)).isEqualTo(40);
    assertThat(scale.radius(1)).isEqualTo(10);
  }

  @Test
  @Tag("DIAG-034")
  void scaleStaysWhileTheLargestChangesByLessThanAFifth() {
    IconScale scale = new IconScale(10, 1);
    scale.fit(100, 1);
    double before = scale.radius(50);
    scale.fit(115, 1);
    assertThat(scale.radius(50)).isEqualTo(before);
    scale.fit(130, 1);
    assertThat(scale.radius(50)).isLessThan(before);
  }

  @Test
  void participantsKeepTheirSeats() {
    Seats seats = new Seats();
    Map<String, Integer> first = seats.assign(List.of("a", "b", "c"));
    Map<String, Integer> second = seats.assign(List.of("a", "c", "d"));
    assertThat(second).containsEntry("a", first.get("a")).containsEntry("c", first.get("c"));
    assertThat(second.get("d")).as("the seat of b is free").isEqualTo(first.get("b"));
  }

  @Test
  void seatsAreApartAndOutsideTheIcon() {
    List<Point> places = IntStream.range(0, 200).mapToObj(i -> Seats.place(i, 20)).toList();
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i).distance(Point.ORIGIN)).isGreaterThan(20 + Seats.DOT_RADIUS);
      for (int j = 0; j < i; j++) {
        assertThat(places.get(i).distance(places.get(j))).isGreaterThan(2 * Seats.DOT_RADIUS);
      }
    }
    assertThat(Seats.outerRadius(200, 20))
        .isGreaterThanOrEqualTo(places.getLast().distance(Point.ORIGIN) + Seats.DOT_RADIUS - 1e-9);
  }

  @Test
  @Tag("DIAG-060")
  void zoomKeepsWhatIsUnderThePointer() {
    Viewport viewport = new Viewport(1.5, new Point(20, 30));
    Point pointer = new Point(200, 100);
    Point under = viewport.toGraph(pointer);
    Viewport zoomed = viewport.zoomedAt(pointer, 1.25);
    assertThat(zoomed.toScreen(under).distance(pointer)).isLessThan(1e-9);
    assertThat(zoomed.scale()).isEqualTo(1.875);
  }

  @Test
  void fittingShowsAllInTheMiddle() {
    Bounds area = new Bounds(-100, -50, 300, 50);
    Viewport viewport = Viewport.fitting(area, 800, 600, 4);
    assertThat(viewport.scale()).isEqualTo(2);
    assertThat(viewport.toScreen(area.center())).isEqualTo(new Point(400, 300));
  }
}
