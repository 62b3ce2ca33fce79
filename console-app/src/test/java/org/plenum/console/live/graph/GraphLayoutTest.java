package org.plenum.console.live.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.console.live.graph.Platform.Conference;
import org.plenum.console.live.graph.Platform.Location;
import org.plenum.console.live.graph.Platform.Node;
import org.plenum.console.live.graph.Platform.NodeState;
import org.plenum.console.live.graph.Platform.Participant;

class GraphLayoutTest {
  private final GraphLayout layout = new GraphLayout();
  private final List<Location> locations =
      List.of(new Location(1, "Oslo"), new Location(2, "Paris"), new Location(3, "Empty"));
  private final List<Node> nodes =
      List.of(node(1, 1, 10, 0.5), node(2, 1, 30, 0.1), node(3, 2, 20, 1));

  private static Node node(long id, long location, int capacity, double load) {
    return new Node(id, "node" + id, "192.0.2." + id, location, capacity, load, NodeState.NORMAL);
  }

  private static Conference conference(String id, int participants, Long... nodes) {
    return new Conference(
        id,
        id,
        "conference",
        false,
        0,
        Set.of(nodes),
        IntStream.range(0, participants)
            .mapToObj(i -> new Participant(id + "-" + i, "P" + i, false, false, false))
            .toList());
  }

  private Graph layOut(Conference... conferences) {
    return layout.layOut(new Platform(locations, nodes, List.of(conferences)));
  }

  private static Disc area(Graph graph, long location) {
    return graph.areas().stream()
        .filter(area -> area.id() == location)
        .findFirst()
        .orElseThrow()
        .disc();
  }

  private static boolean inside(Disc inner, Disc outer) {
    return inner.center().distance(outer.center()) + inner.radius() <= outer.radius();
  }

  @Test
  @Tag("DIAG-028")
  void locationEnclosesItsNodesAndTheirConferences() {
    Graph graph =
        layOut(conference("a", 3, 1L), conference("b", 40, 1L, 2L), conference("c", 1, 3L));
    for (Graph.NodeIcon icon : graph.nodes()) {
      assertThat(inside(icon.disc(), area(graph, icon.node().locationId()))).isTrue();
    }
    assertThat(inside(graph.conferences().get(0).disc(), area(graph, 1))).isTrue();
    assertThat(inside(graph.conferences().get(1).disc(), area(graph, 1))).isTrue();
    assertThat(inside(graph.conferences().get(2).disc(), area(graph, 2))).isTrue();
  }

  @Test
  @Tag("DIAG-061")
  void conferenceOverTwoLocationsIsInNeither() {
    Graph graph = layOut(conference("both", 5, 1L, 3L));
    Disc icon = graph.conferences().getFirst().disc();
    assertThat(icon.overlaps(area(graph, 1))).isFalse();
    assertThat(icon.overlaps(area(graph, 2))).isFalse();
  }

  @Test
  @Tag("DIAG-032")
  void locationWithoutNodesHasNoArea() {
    Graph graph = layOut();
    assertThat(graph.areas()).extracting(Graph.Area::name).containsExactly("Oslo", "Paris");
    assertThat(graph.emptyLocations()).containsExactly("Empty");
  }

  @Test
  @Tag("DIAG-033")
  void loadOfALocationIsWeightedByCapacity() {
    Graph graph = layOut();
    assertThat(graph.areas().getFirst().share()).isEqualTo((0.5 * 10 + 0.1 * 30) / 40);
    assertThat(graph.areas().getFirst().capacity()).isEqualTo(40);
  }

  @Test
  @Tag("DIAG-061")
  void itemsKeepTheirPlaceWhenOthersComeAndGo() {
    Graph before =
        layOut(conference("a", 3, 1L), conference("b", 3, 1L), conference("c", 2, 1L, 3L));
    Graph after =
        layOut(conference("a", 3, 1L), conference("c", 2, 1L, 3L), conference("d", 3, 3L));
    assertThat(after.conferences().get(0).disc()).isEqualTo(before.conferences().get(0).disc());
    assertThat(after.conferences().get(1).disc()).isEqualTo(before.conferences().get(2).disc());
    assertThat(after.nodes()).isEqualTo(before.nodes());
  }

  @Test
  void conferenceThatSpreadsToAnotherLocationLeavesTheFirst() {
    layOut(conference("a", 3, 1L));
    Graph graph = layOut(conference("a", 3, 1L, 3L));
    assertThat(graph.conferences().getFirst().disc().overlaps(area(graph, 1))).isFalse();
    Graph back = layOut(conference("a", 3, 3L));
    assertThat(inside(back.conferences().getFirst().disc(), area(back, 2))).isTrue();
  }

  @Test
  @Tag("DIAG-064")
  void aLargePlatformIsLaidOutWithoutOverlaps() {
    List<Location> many =
        IntStream.rangeClosed(1, 30).mapToObj(i -> new Location(i, "L" + i)).toList();
    List<Node> hundred =
        IntStream.rangeClosed(1, 100).mapToObj(i -> node(i, i % 30 + 1, 10 + i, 0.3)).toList();
    List<Conference> thousand = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      long node = i % 100 + 1;
      thousand.add(
          i % 10 == 0
              ? conference("c" + i, 10, node, node % 100 + 1)
              : conference("c" + i, 1 + i % 20, node));
    }
    Graph graph = layout.layOut(new Platform(many, hundred, thousand));
    assertThat(graph.conferences()).hasSize(1000);
    for (int i = 0; i < graph.areas().size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(graph.areas().get(i).disc().overlaps(graph.areas().get(j).disc())).isFalse();
      }
    }
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(graph.conferences().get(i).disc().overlaps(graph.conferences().get(j).disc()))
            .isFalse();
      }
    }
  }

  @Test
  @Tag("DIAG-057")
  @Tag("DIAG-058")
  void hoveringRelatesNodesAndConferences() {
    Graph graph =
        layOut(conference("a", 1, 1L), conference("b", 1, 1L, 3L), conference("c", 1, 3L));
    assertThat(graph.relatedTo(graph.nodes().getFirst()).conferences())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(graph.relatedTo(graph.conferences().get(1)).nodes())
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void pointFindsTheInnermostItem() {
    Graph graph = layOut(conference("a", 2, 1L));
    Graph.ConferenceIcon icon = graph.conferences().getFirst();
    assertThat(graph.at(icon.disc().center(), 0)).contains(icon);
    assertThat(graph.at(icon.dots().getFirst().center(), 3)).contains(icon.dots().getFirst());
    Disc area = graph.areas().getFirst().disc();
    Point rim = new Point(area.center().x() + area.radius() - 1, area.center().y());
    assertThat(graph.at(rim, 0)).contains(graph.areas().getFirst());
    assertThat(graph.at(new Point(1e6, 0), 3)).isEmpty();
  }
}
