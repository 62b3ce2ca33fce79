package org.plenum.console.live;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.plenum.console.live.graph.Platform.NodeState;
import org.plenum.console.live.graph.Point;

/** Icons on a canvas, drawn with the icon font. */
final class Glyphs {
  static final Ikon LOCK = MaterialDesignL.LOCK;

  private final String family =
      ((Font)
              IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
                  .resolve(LOCK.getDescription())
                  .getFont())
          .getFamily();

  /** Service types have a glyph each (DIAG-047 to DIAG-051). */
  static Ikon ofService(String serviceType) {
    return switch (serviceType) {
      case "conference" -> MaterialDesignV.VIDEO;
      case "lecture" -> MaterialDesignH.HUMAN_MALE_BOARD;
      case "two_stage_dialing" -> MaterialDesignB.BELL_RING_OUTLINE;
      case "gateway" -> MaterialDesignA.ARROW_LEFT_RIGHT;
      case "test_call" -> MaterialDesignP.PHONE_CHECK;
      default -> MaterialDesignA.ACCOUNT_GROUP;
    };
  }

  /** States of nodes have a glyph, but for the normal one. */
  static Optional<Ikon> ofState(NodeState state) {
    return switch (state) {
      case NOT_REPORTING -> Optional.of(MaterialDesignH.HELP);
      case MAINTENANCE -> Optional.of(MaterialDesignW.WRENCH);
      case NORMAL -> Optional.empty();
    };
  }

  void draw(GraphicsContext canvas, Ikon icon, Point center, double size, Color color) {
    canvas.setFont(Font.font(family, size));
    canvas.setTextAlign(TextAlignment.CENTER);
    canvas.setTextBaseline(VPos.CENTER);
    canvas.setFill(color);
    canvas.fillText(Character.toString(icon.getCode()), center.x(), center.y());
  }
}
