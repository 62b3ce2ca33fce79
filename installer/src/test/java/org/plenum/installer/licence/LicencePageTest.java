package org.plenum.installer.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.ui.MainScreen;
import org.plenum.console.ui.RunningConsole;
import org.plenum.console.ui.Screen;
import org.plenum.management.ManagementConfig;
import org.plenum.management.ManagementService;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.HostNetwork;
import org.plenum.model.config.Values;

/** The console's page of licences in front of a real management service and a real issuer. */
class LicencePageTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Administrator ADMIN = new Administrator("admin", "correct horse");
  @TempDir Path data;
  @TempDir Path profile;
  @TempDir Path keys;
  private ManagementService service;
  private RunningConsole console;
  private Screen screen;
  private IssuingDesk desk;

  @BeforeEach
  void start() throws Exception {
    service =
        ManagementService.start(
            new ManagementConfig(
                data,
                "127.0.0.1",
                0,
                0,
                Optional.of(ADMIN),
                new HostNetwork().detect(),
                RestLimits.DEFAULT),
            InstantSource.system());
    desk = new IssuingDesk(keys);
    trust(desk.certificate());
    console =
        RunningConsole.open(
            profile, ServerAddress.parse("127.0.0.1:" + service.httpsPort()), PICTURES);
    screen = console.screen();
  }

  @AfterEach
  void stop() {
    console.close();
    service.close();
  }

  private void trust(String certificate) {
    Values trusted = Values.of(Map.of("licence_issuer_certificate", certificate));
    assertThat(
            service
                .core()
                .changeSets()
                .apply("admin", ChangeSource.REST, List.of(Operation.update("global", 1, trusted))))
        .isInstanceOf(Accepted.class);
  }

  private MainScreen logIn() {
    console.login().submit(ADMIN.username(), ADMIN.password());
    screen.click("login-confirm-trust");
    return console.login().loggedIn().open("licence").onPage("Licences");
  }

  /** Presses a button as soon as it can be; a notice may cover it for a moment. */
  private void press(String id) {
    Button button = (Button) screen.await(id);
    screen.until("#%s can be pressed".formatted(id), () -> !button.isDisabled());
    Screen.onFx(
        () -> {
          button.fire();
          return null;
        });
  }

  private void add(MainScreen main, String key) {
    press("licence-add");
    main.onPage("New licence").fill("entitlement_id", key);
    press("form-save");
    main.onPage("Licences").awaitRow("requests-table", key);
  }

  /** Exports a request, has the issuer answer it, and completes it with the answer. */
  private void answer(MainScreen main, String key, String... terms) throws IOException {
    main.select("requests-table", key);
    press("request-export");
    Path request = exported();
    String[] arguments = new String[terms.length + 4];
    arguments[0] = "issue";
    arguments[1] = request.toString();
    System.arraycopy(terms, 0, arguments, 2, terms.length);
    arguments[terms.length + 2] = "--output";
    arguments[terms.length + 3] = profile.resolve("chosen").toString();
    assertThat(desk.run(arguments)).as(desk.output()).isZero();
    Files.delete(request);
    main.select("requests-table", key);
    press("request-complete");
    main.awaitNoRow("requests-table", key);
  }

  private Path exported() throws IOException {
    screen.until("the exported file", () -> requests().stream().anyMatch(LicencePageTest::isWhole));
    return requests().getFirst();
  }

  private List<Path> requests() throws IOException {
    try (var files = Files.list(profile)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("licence-request-"))
          .toList();
    }
  }

  private static boolean isWhole(Path file) {
    try {
      return Files.readString(file).endsWith("</plenum-licence-request>");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @Tag("SYS-259")
  @Tag("SYS-261")
  @Tag("SYS-262")
  @Tag("OPS-112")
  @Tag("OPS-113")
  void aLicenceIsAskedForInstalledAndReturnedByFiles() throws IOException {
    MainScreen main = logIn();
    screen.picture("licences-empty");
    press("licence-add");
    main.onPage("New licence");
    screen.picture("licence-new");
    main.fill("entitlement_id", "not a key").save().fieldError("entitlement_id", "letters");
    main.fill("entitlement_id", "KEY-1");
    screen.click("field-offline_mode");
    press("form-save");
    main.onPage("Licences").awaitRow("requests-table", "KEY-1 | Activate");

    answer(main, "KEY-1", "--ports", "40", "--overdraft", "4", "--end", "9999-12-31");

    main.awaitRow("licences-table", "KEY-1 | Valid | Port | 40 | 4");
    screen.awaitText("licences-port", "40 calls at a time and 4 in overdraft");
    screen.awaitText("licences-audio", "None valid");
    add(main, "KEY-2");
    answer(main, "KEY-2", "--audio", "100");
    screen.awaitText("licences-audio", "100 calls at a time");
    add(main, "KEY-3");
    main.select("licences-table", "KEY-1");
    screen.picture("licences");
    press("licence-save-table");
    Path table = profile.resolve("licence.csv");
    screen.until("the saved table", () -> Files.exists(table));
    assertThat(table).content().contains("KEY-1,Yes,Valid,Port,40,4,", "KEY-2,Yes,Valid,Audio,100");
    main.openRow("licences-table", "KEY-1").onPage("KEY-1");
    screen.await("row-signed_licence");
    screen.picture("licence");
    main.open("licence").onPage("Licences");

    main.select("licences-table", "KEY-1");
    press("licence-return");
    main.confirm().awaitRow("requests-table", "KEY-1 | Return");
    answer(main, "KEY-1");
    main.awaitNoRow("licences-table", "KEY-1");
    screen.awaitText("licences-port", "None valid");

    main.select("requests-table", "KEY-3");
    press("request-discard");
    main.confirm().awaitNoRow("requests-table", "KEY-3");
  }

  @Test
  @Tag("SYS-264")
  @Tag("SYS-404")
  void aCorruptLicenceIsRepairedAndAWrongFileIsExplained() throws IOException {
    MainScreen main = logIn();
    screen.click("header-theme");
    add(main, "KEY-1");
    Files.writeString(profile.resolve("chosen"), "<x/>");
    main.select("requests-table", "KEY-1");
    press("request-complete");
    screen.awaitText("dialog-text", "not the signed answer of a licence issuer");
    screen.pictureOfDialog("licence-refused-dark");
    screen.click("dialog-close");
    answer(main, "KEY-1", "--ports", "40");
    main.awaitRow("licences-table", "KEY-1 | Valid");

    IssuingDesk successor = new IssuingDesk(keys.resolve("successor"));
    trust(successor.certificate());
    main.awaitRow("licences-table", "KEY-1 | Corrupt");
    screen.awaitText("licences-port", "None valid");
    main.select("licences-table", "KEY-1");
    screen.picture("licences-corrupt-dark");
    press("licence-repair");
    main.confirm().awaitRow("requests-table", "KEY-1 | Repair");
    desk = successor;
    answer(main, "KEY-1", "--ports", "40");

    main.awaitRow("licences-table", "KEY-1 | Valid");
  }
}
