package org.plenum.console.live.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Seats in rings around a conference. A participant keeps the seat until leaving; who comes later
 * takes the lowest free one.
 */
public final class Seats {
  /** Radius of the dot that stands for a participant. */
  public static final double DOT_RADIUS = 2.8;

  private static final double GAP = 3.5;
  private static final double PITCH = 2 * DOT_RADIUS + 1.6;

  private final Map<String, Integer> seats = new HashMap<>();

  /** Seats those who are present and frees the seats of those who have left. */
  public Map<String, Integer> assign(Collection<String> present) {
    seats.keySet().retainAll(new HashSet<>(present));
    Set<Integer> taken = new TreeSet<>(seats.values());
    int next = 0;
    for (String participant : present) {
      if (!seats.containsKey(participant)) {
        while (taken.contains(next)) {
          next++;
        }
        seats.put(participant, next);
        taken.add(next);
      }
    }
    return Map.copyOf(seats);
  }

  /** Place of a seat around an icon at the origin. */
  public static Point place(int seat, double iconRadius) {
    int ring = 0;
    int before = 0;
    while (seat - before >= capacity(ring, iconRadius)) {
      before += capacity(ring, iconRadius);
      ring++;
    }
    double radius = ringRadius(ring, iconRadius);
    // From the top clockwise, so that few participants stand together where one looks first.
    double angle = -Math.PI / 2 + 2 * Math.PI * (seat - before) / capacity(ring, iconRadius);
    return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
  }

  /** Distance from an icon's centre to the outer edge of the ring with the last of some seats. */
  public static double outerRadius(int seats, double iconRadius) {
    if (seats <= 0) {
      return iconRadius;
    }
    int ring = 0;
    int room = capacity(0, iconRadius);
    while (room < seats) {
      ring++;
      room += capacity(ring, iconRadius);
    }
    return ringRadius(ring, iconRadius) + DOT_RADIUS;
  }

  static int capacity(int ring, double iconRadius) {
    return (int) Math.floor(2 * Math.PI * ringRadius(ring, iconRadius) / PITCH);
  }

  private static double ringRadius(int ring, double iconRadius) {
    return iconRadius + GAP + DOT_RADIUS + ring * PITCH;
  }
}
