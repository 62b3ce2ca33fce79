package org.plenum.console.resource.editor;

import javafx.scene.layout.Region;

/** The control of a form field. */
public interface FieldEditor {
  /** Everything that edits the field. */
  Region view();

  /**
   * The part of it that takes the cursor and shows that the value is wrong; carries the field's
   * identifier {@code field-NAME}.
   */
  default Region control() {
    return view();
  }

  /** Lets go of what it listens to. */
  default void close() {}
}
