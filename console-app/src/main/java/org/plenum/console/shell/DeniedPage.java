package org.plenum.console.shell;

import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;

/** Stands for a page that the administrator may not see (SYS-063). */
public final class DeniedPage extends StatusPage {
  /** A page that says so. */
  public DeniedPage(Messages messages) {
    super("access-denied", messages.get("page.access-denied"), messages);
    setContent(
        EmptyState.of(MaterialDesignL.LOCK_OUTLINE, messages.get("page.access-denied.text")));
  }
}
