package org.plenum.console.resource.editor;

import javafx.scene.layout.Region;

/** The control of a form field. */
public interface FieldEditor {
  /** The control; carries the field's identifier {@code field-NAME}. */
  Region view();

  /** Lets go of what it listens to. */
  default void close() {}
}
