package org.plenum.console.control;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Cursor;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A field for search texts, with a cross that empties it. */
public final class SearchField extends CustomTextField {
  /** An empty field. */
  public SearchField(String prompt) {
    setPromptText(prompt);
    FontIcon glass = new FontIcon(MaterialDesignM.MAGNIFY);
    glass.getStyleClass().add("search-icon");
    setLeft(glass);
    FontIcon cross = new FontIcon(MaterialDesignC.CLOSE);
    cross.getStyleClass().add("search-icon");
    cross.setCursor(Cursor.HAND);
    cross.setOnMouseClicked(event -> clear());
    cross.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(cross);
  }
}
