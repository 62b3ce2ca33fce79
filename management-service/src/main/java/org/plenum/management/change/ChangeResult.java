package org.plenum.management.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Violations;

/** What became of a change set. */
public sealed interface ChangeResult {
  /**
   * It is on disk.
   *
   * @param version configuration version that it made; the current one if nothing had to be changed
   * @param objects what the operations left, in their order; empty for one that is deleted
   */
  record Accepted(long version, List<Optional<StoredObject>> objects) implements ChangeResult {
    public Accepted {
      objects = List.copyOf(objects);
    }
  }

  /**
   * Nothing was changed.
   *
   * @param rejections operations that were wrong
   */
  record Rejected(List<Rejection> rejections) implements ChangeResult {
    public Rejected {
      rejections = List.copyOf(rejections);
    }

    /**
     * The reasons in sentences.
     *
     * @param subject what the operation with an index is about, for reasons that belong to a field
     */
    public List<String> sentences(IntFunction<String> subject) {
      List<String> sentences = new ArrayList<>();
      for (Rejection rejection : rejections) {
        rejection
            .violations()
            .messages()
            .forEach(
                (field, messages) -> {
                  String place =
                      field.equals(Violations.WHOLE_OBJECT)
                          ? ""
                          : "%s, %s: ".formatted(subject.apply(rejection.operation()), field);
                  messages.forEach(message -> sentences.add(place + message));
                });
      }
      return sentences;
    }
  }

  /**
   * Why an operation was refused.
   *
   * @param operation index in the change set
   * @param reason kind of reason
   * @param violations messages by field
   */
  record Rejection(int operation, Reason reason, Violations violations) {}

  /** Kinds of reasons. */
  enum Reason {
    /** A rule of the resource does not hold, or the request cannot be read. */
    INVALID,
    /** There is no such resource or object. */
    ABSENT,
    /** The object has been changed since the client saw it. */
    STALE,
    /** Other objects refer to the one that is to be deleted. */
    IN_USE,
    /** The resource has one object that is neither created nor deleted. */
    NOT_ALLOWED
  }
}
