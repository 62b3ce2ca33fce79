package org.plenum.management.rest;

import java.util.Set;
import org.plenum.model.config.ResourceType;

/**
 * What can be done with a configuration resource.
 *
 * @param list methods of its list
 * @param detail methods of one object
 */
record Methods(Set<RestMethod> list, Set<RestMethod> detail) {
  private static final Methods ORDINARY =
      new Methods(
          Set.of(RestMethod.GET, RestMethod.POST, RestMethod.PATCH),
          Set.of(RestMethod.GET, RestMethod.PUT, RestMethod.PATCH, RestMethod.DELETE));
  private static final Methods SINGLETON =
      new Methods(Set.of(RestMethod.GET), Set.of(RestMethod.GET, RestMethod.PUT, RestMethod.PATCH));
  private static final Methods MANAGED =
      new Methods(Set.of(RestMethod.GET), Set.of(RestMethod.GET));

  /** A request can be completed, which ends it, but not be changed (SYS-314). */
  private static final Methods COMPLETABLE =
      new Methods(
          Set.of(RestMethod.GET, RestMethod.POST, RestMethod.PATCH),
          Set.of(RestMethod.GET, RestMethod.POST, RestMethod.DELETE));

  static Methods of(ResourceType<?> type) {
    if (RequestCompletion.applies(type)) {
      return COMPLETABLE;
    }
    if (type.managed()) {
      return MANAGED;
    }
    return type.singleton() ? SINGLETON : ORDINARY;
  }
}
