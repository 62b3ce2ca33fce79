package org.plenum.console.resource;

import java.util.function.Supplier;
import javafx.stage.Window;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Workspace;

/**
 * The list whose toolbar has buttons of a feature, and what these need.
 *
 * @param window window of the list, once it is shown
 */
public record ListContext(
    ResourcePage page, Workspace workspace, FileChoice files, Supplier<Window> window) {

  /** Texts in the language of the administrator. */
  public Messages messages() {
    return workspace.messages();
  }

  /** Whether the list is of these resources. */
  public boolean isOf(Class<?> resource) {
    return page.type().recordClass() == resource;
  }

  /** Whether the administrator may change what is listed. */
  public boolean mayModify() {
    return workspace.session().user().mayModify(page.type());
  }

  /**
   * Dialogs of the window; only while the list is shown. What takes a while asks for them before it
   * begins: the list may have been left when it ends.
   */
  public Dialogs dialogs() {
    return new Dialogs(window.get(), messages());
  }
}
