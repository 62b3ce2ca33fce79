package org.plenum.management.rest;

import java.util.EnumSet;
import java.util.Set;
import org.plenum.management.procedure.Procedures;
import org.plenum.model.config.ResourceType;

/**
 * What can be done with a configuration resource.
 *
 * @param list methods of its list
 * @param detail methods of one object
 */
record Methods(Set<RestMethod> list, Set<RestMethod> detail) {
  Methods {
    list = Set.copyOf(list);
    detail = Set.copyOf(detail);
  }

  /** What the declaration and the procedures of a resource allow. */
  static Methods of(ResourceType<?> type, Procedures procedures) {
    Set<RestMethod> list = EnumSet.of(RestMethod.GET);
    Set<RestMethod> detail = EnumSet.of(RestMethod.GET);
    if (!type.managed() && !type.singleton()) {
      list.addAll(Set.of(RestMethod.POST, RestMethod.PATCH));
      detail.add(RestMethod.DELETE);
    }
    if (!type.managed() && isChangeable(type)) {
      detail.addAll(Set.of(RestMethod.PUT, RestMethod.PATCH));
    }
    if (procedures.creation(type).isPresent()) {
      list.add(RestMethod.POST);
    }
    if (procedures.action(type).isPresent()) {
      detail.add(RestMethod.POST);
    }
    if (procedures.removal(type).isPresent()) {
      detail.add(RestMethod.DELETE);
    }
    return new Methods(list, detail);
  }

  /** A signing request, for instance, can be completed but not be changed (SYS-314). */
  private static boolean isChangeable(ResourceType<?> type) {
    return type.fields().stream().anyMatch(field -> !field.readOnly() && !field.createOnly());
  }
}
