package org.plenum.model.collection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map whose changed copy shares all but one of its buckets: at 100,000 entries a
 * change copies about a hundred of them and the array of buckets.
 */
public final class BucketMap<K, V> {
  private static final int BUCKETS = 1024;

  private final Map<K, V>[] buckets;
  private final int size;

  private BucketMap(Map<K, V>[] buckets, int size) {
    this.buckets = buckets;
    this.size = size;
  }

  /** Without entries. */
  public static <K, V> BucketMap<K, V> empty() {
    return BucketMap.<K, V>copyOf(Map.of());
  }

  /** With the entries of a map. */
  public static <K, V> BucketMap<K, V> copyOf(Map<K, V> entries) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no generic array
    Map<K, V>[] buckets = new Map[BUCKETS];
    Arrays.fill(buckets, Map.of());
    entries.forEach(
        (key, value) -> {
          int index = index(key);
          if (buckets[index].isEmpty()) {
            buckets[index] = new HashMap<>();
          }
          buckets[index].put(key, value);
        });
    return new BucketMap<>(buckets, entries.size());
  }

  private static int index(Object key) {
    int hash = key.hashCode() * 0x9E3779B9; // identifiers and similar names spread evenly
    return hash >>> 22;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** The value of a key. */
  public Optional<V> get(K key) {
    return Optional.ofNullable(buckets[index(key)].get(key));
  }

  /** With an entry added or replaced. */
  public BucketMap<K, V> with(K key, V value) {
    return changed(key, value);
  }

  /** Without the entry of a key. */
  public BucketMap<K, V> without(K key) {
    return get(key).isEmpty() ? this : changed(key, null);
  }

  private BucketMap<K, V> changed(K key, @Nullable V value) {
    int index = index(key);
    Map<K, V> bucket = new HashMap<>(buckets[index]);
    int before = bucket.size();
    if (value == null) {
      bucket.remove(key);
    } else {
      bucket.put(key, value);
    }
    Map<K, V>[] copy = buckets.clone();
    copy[index] = bucket;
    return new BucketMap<>(copy, size + bucket.size() - before);
  }

  /** Visits all values in no particular order. */
  public void forEachValue(Consumer<V> action) {
    for (Map<K, V> bucket : buckets) {
      bucket.values().forEach(action);
    }
  }
}
