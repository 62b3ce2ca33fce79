package org.plenum.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void settingsComeBackAsTheyWereSaved() throws IOException {
    ConsoleSettings settings =
        ConsoleSettings.initial()
            .withLogin("mgmt.example.com:18443", "admin", "/keys/admin.p12")
            .withTheme(ConsoleSettings.ThemeName.DARK)
            .withHideHelp(true)
            .withReduceMotion(true)
            .withWindow("main", new WindowState(10, 20, 1200, 800, true))
            .withDivider("main", 0.2)
            .withTable(
                "vmr",
                new TableState(
                    List.of(new TableState.Column("name", 200, true)),
                    new TableState.Sort("name", true)));
    new SettingsFile(folder.resolve("new")).save(settings);
    assertThat(new SettingsFile(folder.resolve("new")).load()).isEqualTo(settings);
  }

  @Test
  void firstRunStartsWithInitialSettings() {
    assertThat(new SettingsFile(folder).load()).isEqualTo(ConsoleSettings.initial());
  }

  @Test
  void damagedFileIsNotFatal() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"DA");
    assertThat(new SettingsFile(folder).load()).isEqualTo(ConsoleSettings.initial());
  }

  @Test
  void unknownAndMissingPropertiesAreTolerated() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"DARK\", \"later\": 1 }");
    assertThat(new SettingsFile(folder).load())
        .isEqualTo(ConsoleSettings.initial().withTheme(ConsoleSettings.ThemeName.DARK));
  }

  @Test
  void lastServersComeFirstAndOnce() {
    ConsoleSettings settings = ConsoleSettings.initial();
    for (int i = 0; i < 10; i++) {
      settings = settings.withLogin("server" + i + ":18443", "admin", "");
    }
    settings = settings.withLogin("server5:18443", "other", "");
    assertThat(settings.recentServers())
        .hasSize(ConsoleSettings.MAX_RECENT_SERVERS)
        .startsWith("server5:18443", "server9:18443")
        .doesNotHaveDuplicates();
    assertThat(settings.lastUser()).isEqualTo("other");
  }
}
