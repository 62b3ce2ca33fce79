package org.plenum.console.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What fills the main window. Keyboard shortcuts of the window arrive here. */
public interface Page extends AutoCloseable {
  /** Heading. */
  ObservableValue<String> title();

  /** The page itself; always the same. */
  Node content();

  /** Puts the cursor where work begins. */
  default void focus() {
    content().requestFocus();
  }

  /** F5: fetches anew what it shows. */
  default void refresh() {}

  /** Ctrl+N: adds something. */
  default void create() {}

  /** Ctrl+F: puts the cursor into the search box. */
  default void search() {}

  /** Ctrl+S: saves. */
  default void save() {}

  /** Escape: leaves without saving. */
  default void cancel() {}

  /** Goes on if the page may be left; a page with unsaved changes asks first. */
  default void leave(Runnable proceed) {
    proceed.run();
  }

  /** Lets go of everything that it listens to. */
  @Override
  default void close() {}
}
