package org.plenum.console.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plenum.model.config.Menu;

/**
 * The navigation at the left: menus that open and close, with their pages; arrow keys and Enter
 * work. The menu of the page that is shown opens by itself.
 */
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
              branch.expandedProperty().subscribe(open -> selectIn(branch));
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
    if (item == null) {
      return;
    }
    switch (item.getValue()) {
      case Entry.OfMenu _ -> item.setExpanded(!item.isExpanded());
      case Entry.OfPage page -> {
        model.open(page.item().route());
        // The page may refuse to be left.
        selectCurrent();
      }
    }
  }

  private void selectCurrent() {
    currentLeaf()
        .ifPresentOrElse(
            leaf -> {
              leaf.getParent().setExpanded(true);
              tree.getSelectionModel().select(leaf);
            },
            tree.getSelectionModel()::clearSelection);
  }

  /** A menu that closes has taken the mark from its page; it gives it back when it opens. */
  private void selectIn(TreeItem<Entry> menu) {
    if (menu.isExpanded()) {
      currentLeaf()
          .filter(leaf -> leaf.getParent() == menu)
          .ifPresent(tree.getSelectionModel()::select);
    }
  }

  private Optional<TreeItem<Entry>> currentLeaf() {
    if (model.routeProperty().get() == null) {
      return Optional.empty();
    }
    Optional<NavigationItem> current = model.currentItem();
    return tree.getRoot().getChildren().stream()
        .flatMap(menu -> menu.getChildren().stream())
        .filter(
            leaf ->
                leaf.getValue() instanceof Entry.OfPage page
                    && current.filter(page.item()::equals).isPresent())
        .findFirst();
  }

  private final class EntryCell extends TreeCell<Entry> {
    EntryCell() {
      // A long title is cut and does not make the tree scroll sideways.
      setPrefWidth(1);
      setOnMouseClicked(event -> open(getTreeItem()));
      // The whole row opens and closes a menu, its arrow included, and the page stays marked.
      addEventFilter(
          MouseEvent.MOUSE_PRESSED,
          event -> {
            if (getItem() instanceof Entry.OfMenu) {
              event.consume();
            }
          });
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
