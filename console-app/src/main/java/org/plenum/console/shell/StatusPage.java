package org.plenum.console.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.plenum.console.control.Dialogs;
import org.plenum.console.i18n.Messages;

/** What pages have in common that show status and offer actions on it. */
public abstract class StatusPage implements Page {
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final VBox content = new VBox(14);
  private final Messages messages;

  /** A page without content. */
  protected StatusPage(String id, String title, Messages messages) {
    this.messages = messages;
    this.title.set(title);
    content.setId(id);
    content.getStyleClass().add("page-content");
  }

  @Override
  public final ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public final Region content() {
    return content;
  }

  /** Changes the heading. */
  protected final void setTitle(String text) {
    title.set(text);
  }

  /** Fills the page. */
  protected final void setContent(Node... nodes) {
    content.getChildren().setAll(nodes);
  }

  /** Dialogs above the window of this page. */
  protected final Dialogs dialogs() {
    return new Dialogs(content.getScene().getWindow(), messages);
  }

  /** Tells of a failure, if the page is still there. */
  protected final void reportFailure(String text) {
    if (content.getScene() != null) {
      dialogs().failure(text);
    }
  }
}
