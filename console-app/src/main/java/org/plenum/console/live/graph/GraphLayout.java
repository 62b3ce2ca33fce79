package org.plenum.console.live.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays out one platform after another. Locations are discs that do not overlap, with their nodes
 * and the conferences of these nodes inside; a conference over several locations has its place
 * between them. What exists keeps its place; what is new is put into free places (DIAG-061). For
 * one thread at a time.
 */
public final class GraphLayout {
  private static final double NODE_RADIUS = 24;
  private static final double NODE_UNIT = 10;
  private static final double CONFERENCE_RADIUS = 13;
  private static final double CONFERENCE_UNIT = 1;
  private static final double NODE_MARGIN = 16;
  private static final double CONFERENCE_MARGIN = 4;
  private static final double AREA_MARGIN = 34;
  private static final double AREA_SLACK = 1.15;
  private static final double AREA_ROOM = 70;
  private static final double AREA_GAP = 34;
  private static final double BOUNDS_MARGIN = 16;

  private final IconScale nodeScale = new IconScale(NODE_RADIUS, NODE_UNIT);
  private final IconScale conferenceScale = new IconScale(CONFERENCE_RADIUS, CONFERENCE_UNIT);
  private final Packing<Place> world = new Packing<>(200);
  private final Map<Long, LocationLayout> locations = new HashMap<>();
  private final Map<String, Seats> seats = new HashMap<>();

  /** What has a place of its own outside the locations' insides. */
  private sealed interface Place {
    record OfLocation(long id) implements Place {}

    record OfConference(String id) implements Place {}
  }

  private sealed interface Inside {
    record OfNode(long id) implements Inside {}

    record OfConference(String id) implements Inside {}
  }

  /** Inside of a location, around its own origin. */
  private static final class LocationLayout {
    final Packing<Inside> inside = new Packing<>(CONFERENCE_RADIUS * 2);
    double reserved;

    /** Grows ahead of need, because growing may move the location. */
    double reserve() {
      double needed = inside.extentFrom(Point.ORIGIN) + AREA_MARGIN;
      if (needed > reserved) {
        reserved = needed * AREA_SLACK + AREA_ROOM;
      }
      return reserved;
    }
  }

  /** The next graph. */
  public Graph layOut(Platform platform) {
    Map<Long, List<Platform.Node>> nodesByLocation =
        platform.nodes().stream().collect(Collectors.groupingBy(Platform.Node::locationId));
    fitScales(platform);
    forgetWhatIsGone(platform, nodesByLocation.keySet());

    Map<Long, Long> locationOfNode = new HashMap<>();
    platform.nodes().forEach(node -> locationOfNode.put(node.id(), node.locationId()));
    nodesByLocation.forEach(this::placeNodes);
    List<Platform.Conference> spanning = new ArrayList<>();
    for (Platform.Conference conference : platform.conferences()) {
      Set<Long> where = locationsOf(conference, locationOfNode);
      if (where.size() == 1) {
        placeInside(conference, where.iterator().next());
      } else if (!where.isEmpty()) {
        spanning.add(conference);
      }
    }
    nodesByLocation.keySet().stream().sorted().forEach(this::placeLocation);
    spanning.forEach(
        conference -> placeBetween(conference, locationsOf(conference, locationOfNode)));
    return graphOf(platform, nodesByLocation, locationOfNode);
  }

  private void fitScales(Platform platform) {
    nodeScale.fit(
        platform.nodes().stream().mapToDouble(Platform.Node::capacity).max().orElse(0), NODE_UNIT);
    conferenceScale.fit(
        platform.conferences().stream()
            .mapToDouble(conference -> conference.participants().size())
            .max()
            .orElse(0),
        CONFERENCE_UNIT);
  }

  private void forgetWhatIsGone(Platform platform, Set<Long> usedLocations) {
    Set<String> conferences =
        platform.conferences().stream()
            .map(Platform.Conference::id)
            .collect(Collectors.toCollection(HashSet::new));
    locations.keySet().retainAll(usedLocations);
    seats.keySet().retainAll(conferences);
    for (Place place : world.keys()) {
      boolean gone =
          switch (place) {
            case Place.OfLocation location -> !usedLocations.contains(location.id());
            case Place.OfConference conference -> !conferences.contains(conference.id());
          };
      if (gone) {
        world.remove(place);
      }
    }
    Map<Long, Long> locationOfNode = new HashMap<>();
    platform.nodes().forEach(node -> locationOfNode.put(node.id(), node.locationId()));
    locations.forEach(
        (id, layout) ->
            layout.inside.keys().stream()
                .filter(item -> isGone(item, id, locationOfNode, conferences))
                .forEach(layout.inside::remove));
  }

  private static boolean isGone(
      Inside item, long location, Map<Long, Long> locationOfNode, Set<String> conferences) {
    return switch (item) {
      case Inside.OfNode node -> locationOfNode.getOrDefault(node.id(), -1L) != location;
      case Inside.OfConference conference -> !conferences.contains(conference.id());
    };
  }

  private static Set<Long> locationsOf(
      Platform.Conference conference, Map<Long, Long> locationOfNode) {
    return conference.nodes().stream()
        .filter(locationOfNode::containsKey)
        .map(locationOfNode::get)
        .collect(Collectors.toSet());
  }

  private void placeNodes(long location, List<Platform.Node> nodes) {
    LocationLayout layout = locations.computeIfAbsent(location, id -> new LocationLayout());
    for (Platform.Node node : nodes) {
      layout.inside.place(
          new Inside.OfNode(node.id()),
          nodeScale.radius(node.capacity()) + NODE_MARGIN,
          Point.ORIGIN);
    }
  }

  private double slotRadius(Platform.Conference conference) {
    int size = conference.participants().size();
    return Seats.outerRadius(size, conferenceScale.radius(size)) + CONFERENCE_MARGIN;
  }

  private void placeInside(Platform.Conference conference, long location) {
    world.remove(new Place.OfConference(conference.id()));
    LocationLayout layout = locations.computeIfAbsent(location, id -> new LocationLayout());
    locations.forEach(
        (id, other) -> {
          if (id != location) {
            other.inside.remove(new Inside.OfConference(conference.id()));
          }
        });
    Point wish =
        middle(
            conference.nodes().stream()
                .map(node -> layout.inside.find(new Inside.OfNode(node)))
                .flatMap(Optional::stream)
                .map(Disc::center)
                .toList());
    layout.inside.place(new Inside.OfConference(conference.id()), slotRadius(conference), wish);
  }

  private void placeLocation(long location) {
    LocationLayout layout = locations.get(location);
    if (layout != null) {
      world.place(new Place.OfLocation(location), layout.reserve() + AREA_GAP / 2, Point.ORIGIN);
    }
  }

  private void placeBetween(Platform.Conference conference, Set<Long> where) {
    locations
        .values()
        .forEach(layout -> layout.inside.remove(new Inside.OfConference(conference.id())));
    Point wish = middle(where.stream().map(this::centerOf).toList());
    world.place(new Place.OfConference(conference.id()), slotRadius(conference), wish);
  }

  private Point centerOf(long location) {
    return world.find(new Place.OfLocation(location)).map(Disc::center).orElse(Point.ORIGIN);
  }

  private static Point middle(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElse(0),
        points.stream().mapToDouble(Point::y).average().orElse(0));
  }

  private Graph graphOf(
      Platform platform,
      Map<Long, List<Platform.Node>> nodesByLocation,
      Map<Long, Long> locationOfNode) {
    List<Graph.Area> areas = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (Platform.Location location : platform.locations()) {
      List<Platform.Node> nodes = nodesByLocation.get(location.id());
      if (nodes == null) {
        empty.add(location.name());
      } else {
        areas.add(areaOf(location, nodes));
      }
    }
    List<Graph.NodeIcon> nodes = new ArrayList<>();
    for (Platform.Node node : platform.nodes()) {
      Point center = placeInWorld(node.locationId(), new Inside.OfNode(node.id()));
      nodes.add(new Graph.NodeIcon(node, new Disc(center, nodeScale.radius(node.capacity()))));
    }
    List<Graph.ConferenceIcon> conferences = new ArrayList<>();
    for (Platform.Conference conference : platform.conferences()) {
      Set<Long> where = locationsOf(conference, locationOfNode);
      if (where.size() == 1) {
        conferences.add(
            iconOf(
                conference,
                placeInWorld(where.iterator().next(), new Inside.OfConference(conference.id()))));
      } else if (!where.isEmpty()) {
        world
            .find(new Place.OfConference(conference.id()))
            .ifPresent(disc -> conferences.add(iconOf(conference, disc.center())));
      }
    }
    return new Graph(
        List.copyOf(areas),
        List.copyOf(empty),
        List.copyOf(nodes),
        List.copyOf(conferences),
        bounds(areas, conferences));
  }

  private static Bounds bounds(List<Graph.Area> areas, List<Graph.ConferenceIcon> conferences) {
    List<Disc> discs = new ArrayList<>(areas.stream().map(Graph.Area::disc).toList());
    conferences.forEach(icon -> discs.add(icon.disc()));
    return Bounds.around(discs, BOUNDS_MARGIN);
  }

  private Graph.Area areaOf(Platform.Location location, List<Platform.Node> nodes) {
    int capacity = nodes.stream().mapToInt(Platform.Node::capacity).sum();
    double used = nodes.stream().mapToDouble(node -> node.load() * node.capacity()).sum();
    LocationLayout layout = locations.get(location.id());
    double radius = layout == null ? 0 : layout.reserved;
    return new Graph.Area(
        location.id(),
        location.name(),
        new Disc(centerOf(location.id()), radius),
        capacity == 0 ? 0 : used / capacity,
        capacity);
  }

  private Graph.ConferenceIcon iconOf(Platform.Conference conference, Point center) {
    double radius = conferenceScale.radius(conference.participants().size());
    Map<String, Integer> seating =
        seats
            .computeIfAbsent(conference.id(), id -> new Seats())
            .assign(conference.participants().stream().map(Platform.Participant::id).toList());
    List<Graph.Dot> dots =
        conference.participants().stream()
            .map(
                participant ->
                    new Graph.Dot(
                        participant,
                        center.plus(Seats.place(seating.get(participant.id()), radius)),
                        conference.id()))
            .toList();
    return new Graph.ConferenceIcon(conference, new Disc(center, radius), dots);
  }

  private Point placeInWorld(long location, Inside item) {
    LocationLayout layout = locations.get(location);
    Point local =
        layout == null
            ? Point.ORIGIN
            : layout.inside.find(item).map(Disc::center).orElse(Point.ORIGIN);
    return centerOf(location).plus(local);
  }
}
