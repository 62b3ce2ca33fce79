package org.plenum.management.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenum.management.procedure.Procedure.Action;
import org.plenum.management.procedure.Procedure.Creation;
import org.plenum.management.procedure.Procedure.Removal;
import org.plenum.model.config.ResourceType;

/** The procedures of all resources that have one. Immutable. */
public final class Procedures {
  private final Map<String, Procedure> byResource;

  /** Procedures of resources, one each. */
  public Procedures(List<Procedure> procedures) {
    byResource =
        procedures.stream()
            .collect(Collectors.toUnmodifiableMap(Procedure::resource, Function.identity()));
  }

  /** How objects of a resource come to be, if not by being written down. */
  public Optional<Creation> creation(ResourceType<?> type) {
    return find(type).flatMap(Procedure::creation);
  }

  /** What objects of a resource can do. */
  public Optional<Action> action(ResourceType<?> type) {
    return find(type).flatMap(Procedure::action);
  }

  /** How objects of a resource go, if not by being deleted. */
  public Optional<Removal> removal(ResourceType<?> type) {
    return find(type).flatMap(Procedure::removal);
  }

  private Optional<Procedure> find(ResourceType<?> type) {
    return Optional.ofNullable(byResource.get(type.name()));
  }
}
