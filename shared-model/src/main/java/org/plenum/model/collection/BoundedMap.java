package org.plenum.model.collection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets its eldest entry when it has too many. Not safe for several threads.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int limit;

  private BoundedMap(int limit, boolean byUse) {
    super(16, 0.75f, byUse);
    this.limit = limit;
  }

  /** Forgets what was put in first. */
  public static <K, V> Map<K, V> byAge(int limit) {
    return new BoundedMap<>(limit, false);
  }

  /** Forgets what has not been asked for or put in for longest. */
  public static <K, V> Map<K, V> byUse(int limit) {
    return new BoundedMap<>(limit, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
