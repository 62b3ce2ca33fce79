package org.plenum.console.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.plenum.model.config.Menu;

/** The picture of each menu. */
final class MenuIcons {
  private MenuIcons() {}

  static Ikon of(Menu menu) {
    return switch (menu) {
      case STATUS -> MaterialDesignP.PULSE;
      case SYSTEM -> MaterialDesignC.COG_OUTLINE;
      case PLATFORM -> MaterialDesignS.SERVER;
      case CALL_CONTROL -> MaterialDesignP.PHONE_SETTINGS_OUTLINE;
      case SERVICES -> MaterialDesignV.VIDEO_OUTLINE;
      case USERS -> MaterialDesignA.ACCOUNT_OUTLINE;
      case UTILITIES -> MaterialDesignW.WRENCH_OUTLINE;
      case HISTORY -> MaterialDesignH.HISTORY;
    };
  }
}
