package org.plenum.management.text;

import java.util.Comparator;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceCatalog;

/**
 * The order of objects of a resource that have the same key, by which files tell them apart: by
 * content, so that it is the same on another platform, and by identifier where that is equal too.
 * Immutable.
 */
public final class KeyOrder implements Comparator<StoredObject> {
  /** Names of other objects do not count: they may have to be told apart themselves. */
  private static final TextObjects.Names NO_NAMES = (type, id) -> "";

  private final TextObjects objects;

  /** The order of objects of these resources. */
  public KeyOrder(ResourceCatalog catalog) {
    this(new TextObjects(catalog, new Ownerships(catalog)));
  }

  KeyOrder(TextObjects objects) {
    this.objects = objects;
  }

  @Override
  public int compare(StoredObject one, StoredObject other) {
    int byContent = content(one).compareTo(content(other));
    return byContent != 0 ? byContent : Long.compare(one.id(), other.id());
  }

  private String content(StoredObject object) {
    return objects.write(object.type(), object.values(), NO_NAMES).toString();
  }

  /** How one of several objects with the same key is called. */
  public static String numbered(String key, int number) {
    return "%s (%d)".formatted(key, number);
  }
}
