package org.plenum.console.resource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Kind;

/**
 * The edits in a form, to be undone and done again. Typing in one field is one edit. For the JavaFX
 * thread.
 */
final class EditHistory {
  private static final int MAX_EDITS = 200;

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private boolean paused;

  private record Edit(FieldModel field, @Nullable Object before, @Nullable Object after) {
    /** Whether the next value of the field belongs to the same typing. */
    boolean goesOn(FieldModel other) {
      return other == field
          && switch (field.type().kind()) {
            case TEXT, INTEGER, TEXTS, TIME -> true;
            case CHILDREN -> sizeOf(before) == sizeOf(after);
            default -> false;
          };
    }

    private static int sizeOf(@Nullable Object list) {
      return list instanceof List<?> elements ? elements.size() : 0;
    }
  }

  /** Begins to note what happens to a field. */
  void follow(FieldModel field) {
    field
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (!paused) {
                note(new Edit(field, before, now));
              }
            });
  }

  private void note(Edit edit) {
    undone.clear();
    Edit last = done.peek();
    boolean sameTyping =
        last != null
            && last.goesOn(edit.field())
            && (edit.field().type().kind() != Kind.CHILDREN || edit.goesOn(edit.field()));
    if (sameTyping) {
      done.pop();
      if (!Objects.equals(last.before(), edit.after())) {
        done.push(new Edit(edit.field(), last.before(), edit.after()));
      }
      return;
    }
    done.push(edit);
    if (done.size() > MAX_EDITS) {
      done.removeLast();
    }
  }

  /** Takes back the last edit; gives its field, if there was one. */
  Optional<FieldModel> undo() {
    return replay(done, undone, true);
  }

  /** Makes the last edit again that was taken back; gives its field, if there was one. */
  Optional<FieldModel> redo() {
    return replay(undone, done, false);
  }

  private Optional<FieldModel> replay(Deque<Edit> from, Deque<Edit> to, boolean back) {
    Edit edit = from.poll();
    if (edit == null) {
      return Optional.empty();
    }
    to.push(edit);
    unnoticed(() -> edit.field().propose(back ? edit.before() : edit.after()));
    return Optional.of(edit.field());
  }

  /** Changes fields without noting it, and forgets the edits before. */
  void restart(Runnable change) {
    done.clear();
    undone.clear();
    unnoticed(change);
  }

  private void unnoticed(Runnable change) {
    boolean outer = paused;
    paused = true;
    try {
      change.run();
    } finally {
      paused = outer;
    }
  }
}
