package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.ResourcePage;

/**
 * What a list shows in place of rows.
 *
 * @param create adds an object, for who may
 * @param clearSearch shows all objects again
 * @param retry fetches the list again
 */
record EmptyList(
    ResourcePage page,
    Messages messages,
    Optional<Runnable> create,
    Runnable clearSearch,
    Runnable retry) {
  Node of(ResourceListViewModel.State state) {
    return switch (state) {
      case LOADING, ROWS -> new Region();
      case EMPTY -> {
        String text = messages.get("list.empty", page.many()) + "\n" + page.type().help();
        Button[] add = create.stream().map(this::add).toArray(Button[]::new);
        yield EmptyState.of(MaterialDesignT.TABLE_LARGE, text, add);
      }
      case NO_MATCH -> {
        Button clear = new Button(messages.get("list.clear-search"));
        clear.setId("list-clear-search");
        clear.setOnAction(event -> clearSearch.run());
        yield EmptyState.of(MaterialDesignM.MAGNIFY_CLOSE, messages.get("list.no-match"), clear);
      }
      case FAILED -> {
        Button again =
            new Button(messages.get("action.retry"), new FontIcon(MaterialDesignR.REFRESH));
        again.setId("list-retry");
        again.setOnAction(event -> retry.run());
        yield EmptyState.of(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("list.failed"), again);
      }
    };
  }

  private Button add(Runnable action) {
    Button add =
        new Button(messages.get("list.add", page.one()), new FontIcon(MaterialDesignP.PLUS));
    add.setId("list-empty-add");
    add.getStyleClass().add(Styles.ACCENT);
    add.setOnAction(event -> action.run());
    return add;
  }
}
