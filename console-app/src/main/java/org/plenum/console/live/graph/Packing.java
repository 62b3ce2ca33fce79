package org.plenum.console.live.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Discs that do not overlap. A disc gets the free place nearest to where it wants to be, and keeps
 * it for as long as it exists and fits (DIAG-061).
 *
 * @param <K> what the discs stand for
 */
public final class Packing<K> {
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** Steps of the search as a share of the radius: small enough not to leave visible holes. */
  private static final double STEP = 0.35;

  private final double cellSize;
  private final Map<K, Disc> discs = new HashMap<>();
  private final Map<Cell, List<K>> grid = new HashMap<>();

  private record Cell(int column, int row) {}

  /**
   * An empty packing.
   *
   * @param typicalRadius of the discs; makes searching fast
   */
  public Packing(double typicalRadius) {
    this.cellSize = 2 * typicalRadius;
  }

  /** Where something is. */
  public Optional<Disc> find(K key) {
    return Optional.ofNullable(discs.get(key));
  }

  /** What is placed. */
  public Set<K> keys() {
    return Set.copyOf(discs.keySet());
  }

  /** Takes everything out that is not among these. */
  public void retain(Set<K> keys) {
    new HashSet<>(discs.keySet()).stream().filter(key -> !keys.contains(key)).forEach(this::remove);
  }

  /** Takes something out; its place is free again. */
  public void remove(K key) {
    Disc disc = discs.remove(key);
    if (disc != null) {
      forEachCell(disc, cell -> grid.getOrDefault(cell, new ArrayList<>()).remove(key));
    }
  }

  /**
   * Gives something a place near the wished one; if it has a place already, it keeps that, or the
   * nearest in which it fits when it has grown.
   */
  public Disc place(K key, double radius, Point wish) {
    Disc present = discs.get(key);
    if (present != null && present.radius() == radius) {
      return present;
    }
    Point start = present == null ? wish : present.center();
    remove(key);
    Disc free = freeNear(start, radius);
    discs.put(key, free);
    forEachCell(free, cell -> grid.computeIfAbsent(cell, c -> new ArrayList<>()).add(key));
    return free;
  }

  /** Distance from a point to the farthest edge of a disc; 0 without discs. */
  public double extentFrom(Point point) {
    return discs.values().stream()
        .mapToDouble(disc -> disc.center().distance(point) + disc.radius())
        .max()
        .orElse(0);
  }

  /** Walks a sunflower spiral, which covers the plane evenly and outwards. */
  private Disc freeNear(Point start, double radius) {
    double step = radius * STEP;
    for (int k = 0; ; k++) {
      double distance = step * Math.sqrt(k);
      double angle = k * GOLDEN_ANGLE;
      Disc candidate =
          new Disc(
              new Point(
                  start.x() + distance * Math.cos(angle), start.y() + distance * Math.sin(angle)),
              radius);
      if (isFree(candidate)) {
        return candidate;
      }
    }
  }

  private boolean isFree(Disc candidate) {
    for (int row = low(candidate.center().y(), candidate);
        row <= high(candidate.center().y(), candidate);
        row++) {
      for (int column = low(candidate.center().x(), candidate);
          column <= high(candidate.center().x(), candidate);
          column++) {
        for (K key : grid.getOrDefault(new Cell(column, row), List.of())) {
          if (discs.get(key).overlaps(candidate)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void forEachCell(Disc disc, Consumer<Cell> action) {
    for (int row = low(disc.center().y(), disc); row <= high(disc.center().y(), disc); row++) {
      for (int column = low(disc.center().x(), disc);
          column <= high(disc.center().x(), disc);
          column++) {
        action.accept(new Cell(column, row));
      }
    }
  }

  private int low(double coordinate, Disc disc) {
    return (int) Math.floor((coordinate - disc.radius()) / cellSize);
  }

  private int high(double coordinate, Disc disc) {
    return (int) Math.floor((coordinate + disc.radius()) / cellSize);
  }
}
