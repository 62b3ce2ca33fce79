package org.plenum.model.alias;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.collection.BucketMap;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;

/**
 * Finds the service that an alias belongs to, in constant time whatever the number of aliases. A
 * change makes a new table that shares nearly everything with the old one. Immutable.
 */
public final class AliasTable {
  private static final AliasTable EMPTY = new AliasTable(BucketMap.empty(), BucketMap.empty());

  private final BucketMap<String, Stored<ConferenceAlias>> byKey;
  private final BucketMap<Long, String> keys;

  private AliasTable(
      BucketMap<String, Stored<ConferenceAlias>> byKey, BucketMap<Long, String> keys) {
    this.byKey = byKey;
    this.keys = keys;
  }

  /** Without aliases. */
  public static AliasTable empty() {
    return EMPTY;
  }

  /** With these aliases. */
  public static AliasTable of(List<Stored<ConferenceAlias>> aliases) {
    Map<String, Stored<ConferenceAlias>> byKey = new HashMap<>();
    Map<Long, String> keys = new HashMap<>();
    for (Stored<ConferenceAlias> alias : aliases) {
      String key = AliasNormaliser.key(alias.value().alias());
      byKey.put(key, alias);
      keys.put(alias.id(), key);
    }
    return new AliasTable(BucketMap.copyOf(byKey), BucketMap.copyOf(keys));
  }

  /** The alias that a destination names. */
  public Optional<Stored<ConferenceAlias>> find(String dialledKey) {
    return byKey.get(dialledKey);
  }

  /** The service that a destination leads to. */
  public Optional<Ref<Conference>> serviceOf(String dialled) {
    return find(AliasNormaliser.normalise(dialled).key()).map(a -> a.value().conference());
  }

  /** With an alias added, renamed or moved to another service. */
  public AliasTable with(Stored<ConferenceAlias> alias) {
    String key = AliasNormaliser.key(alias.value().alias());
    AliasTable others = without(alias.id());
    return new AliasTable(others.byKey.with(key, alias), others.keys.with(alias.id(), key));
  }

  /** Without the alias that has this identifier. */
  public AliasTable without(long id) {
    Optional<String> key = keys.get(id);
    if (key.isEmpty()) {
      return this;
    }
    // Two aliases may have exchanged their texts: then the key is the other one's already.
    boolean own = byKey.get(key.get()).filter(alias -> alias.id() == id).isPresent();
    return new AliasTable(own ? byKey.without(key.get()) : byKey, keys.without(id));
  }

  /** Number of aliases. */
  public int size() {
    return byKey.size();
  }
}
