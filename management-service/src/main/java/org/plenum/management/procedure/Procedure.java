package org.plenum.management.procedure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plenum.management.change.ChangeResult;
import org.plenum.model.config.json.Parsed;

/**
 * What is special about the objects of a resource. Where a part is missing, they live like all
 * others, or, if they belong to the platform, not at all in this respect.
 *
 * @param resource name of the resource
 * @param creation how they come to be
 * @param action what they can do: the {@code POST} of one object
 * @param removal how they go
 */
public record Procedure(
    String resource,
    Optional<Creation> creation,
    Optional<Action> action,
    Optional<Removal> removal) {
  /** Makes an object, be it of this resource or of another that stands for it. */
  @FunctionalInterface
  public interface Creation {
    /** The object that was made is the first of the result. May block. */
    ChangeResult create(Initiator by, Parsed object);
  }

  /** Removes an object. */
  @FunctionalInterface
  public interface Removal {
    /** Removes it unless it has been changed since a revision. */
    ChangeResult remove(Initiator by, long id, OptionalLong expectedRevision);
  }

  /** Does something with an object. */
  @FunctionalInterface
  public interface Performance {
    /** What is there afterwards is the first of the result; none if nothing is. May block. */
    ChangeResult perform(Initiator by, long id, String value);
  }

  /**
   * Something that an object can do, with one text that tells what or with what.
   *
   * @param summary what it does, for the description of the API
   * @param outcome what the address in the answer leads to
   * @param field name of the text in requests
   * @param help meaning of the text
   * @param choices all values that the text may have; none if it is free
   * @param performance does it
   */
  public record Action(
      String summary,
      String outcome,
      String field,
      String help,
      List<String> choices,
      Performance performance) {
    /** Copies the list. */
    public Action {
      choices = List.copyOf(choices);
    }

    /** Whether requests may carry this text. */
    public boolean allows(String value) {
      return choices.isEmpty() ? !value.isBlank() : choices.contains(value);
    }
  }

  /** Objects that live like others but can do something. */
  public static Procedure of(String resource, Action action) {
    return new Procedure(resource, Optional.empty(), Optional.of(action), Optional.empty());
  }
}
