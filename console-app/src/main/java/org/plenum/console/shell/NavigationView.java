package org.plenum.console.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plenum.model.config.Menu;

/** The navigation at the left: menus with their pages; arrow keys and Enter work. */
final class NavigationView {
  private static final PseudoClass MENU = PseudoClass.getPseudoClass("menu");

  private final MainViewModel model;
  private final TreeView<Entry> tree = new TreeView<>();

  /** A menu, or a page of it. */
  private sealed interface Entry {
    record OfMenu(Menu menu) implements Entry {}

    record OfPage(NavigationItem item) implements Entry {}
  }

  NavigationView(MainViewModel model) {
    this.model = model;
    TreeItem<Entry> root = new TreeItem<>();
    model
        .menus()
        .forEach(
            (menu, items) -> {
              TreeItem<Entry> branch = new TreeItem<>(new Entry.OfMenu(menu));
              items.forEach(
                  item -> branch.getChildren().add(new TreeItem<>(new Entry.OfPage(item))));
              branch.setExpanded(true);
              root.getChildren().add(branch);
            });
    tree.setId("navigation");
    tree.getStyleClass().add("navigation");
    tree.setRoot(root);
    tree.setShowRoot(false);
    tree.setCellFactory(view -> new EntryCell());
    tree.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open(tree.getSelectionModel().getSelectedItem());
          }
        });
    model.routeProperty().subscribe(route -> selectCurrent());
  }

  Node root() {
    return tree;
  }

  void focus() {
    tree.requestFocus();
  }

  private void open(@Nullable TreeItem<Entry> item) {
    if (item != null && item.getValue() instanceof Entry.OfPage page) {
      model.open(page.item().route());
      // The page may refuse to be left.
      selectCurrent();
    }
  }

  private void selectCurrent() {
    if (model.routeProperty().get() == null) {
      return;
    }
    Optional<NavigationItem> current = model.currentItem();
    for (TreeItem<Entry> branch : tree.getRoot().getChildren()) {
      for (TreeItem<Entry> leaf : branch.getChildren()) {
        if (leaf.getValue() instanceof Entry.OfPage page
            && current.filter(page.item()::equals).isPresent()) {
          tree.getSelectionModel().select(leaf);
          return;
        }
      }
    }
    tree.getSelectionModel().clearSelection();
  }

  private final class EntryCell extends TreeCell<Entry> {
    EntryCell() {
      // A long title is cut and does not make the tree scroll sideways.
      setPrefWidth(1);
      setOnMouseClicked(event -> open(getTreeItem()));
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      pseudoClassStateChanged(MENU, entry instanceof Entry.OfMenu);
      setGraphic(null);
      setId(null);
      setText(null);
      if (entry instanceof Entry.OfMenu menu && !empty) {
        setText(model.title(menu.menu()));
        setGraphic(new FontIcon(MenuIcons.of(menu.menu())));
        setId("menu-" + menu.menu().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      } else if (entry instanceof Entry.OfPage page && !empty) {
        setText(page.item().title());
        setId("nav-" + page.item().key());
      }
    }
  }
}
