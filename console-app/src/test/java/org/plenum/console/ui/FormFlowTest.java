package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permissions;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;

/** What administrators do with forms and their editors. */
class FormFlowTest extends ConsoleFixture {
  @BeforeEach
  void fill() {
    playScenario();
  }

  private Object stored(String resource, String field) {
    return server.configuration().all(resource).getFirst().get(field);
  }

  @Test
  @Tag("SYS-020")
  @Tag("PLAT-172")
  void aReferencedObjectIsCreatedInPlaceAndSelected() {
    MainScreen main = logIn().open("system-location").add();
    main.onPage("New location").fill("name", "Bergen");
    screen.click("field-dns_servers-new");
    main.onPage("New DNS server").fill("address", "203.0.113.53").save().onPage("New location");
    assertThat(screen.text("field-name")).isEqualTo("Bergen");
    screen.until("new server chosen", () -> items("field-dns_servers-chosen").size() == 1);
    screen.click("field-overflow_location1-new");
    main.onPage("New location");
    Screen.patiently("empty form").until(() -> screen.text("field-name").isEmpty());
    // Not by Escape, which closes the notice above first.
    screen.click("form-cancel");
    screen.awaitText("field-name", "Bergen");
    assertThat(items("field-dns_servers-chosen")).hasSize(1);
  }

  @Test
  void anEmptyFormInPlaceHasTheCursorAndIsLeftByEscape() {
    MainScreen main = logIn().open("system-location").add();
    screen.click("field-dns_servers-new");
    main.onPage("New DNS server");
    screen.until("cursor in the first field", screen.await("field-address")::isFocused);
    screen.press(KeyCode.ESCAPE);
    main.onPage("New location");
    screen.until("cursor in the first field", screen.await("field-name")::isFocused);
  }

  @Test
  void aHalfFilledFormInPlaceIsGuardedLikeAnyOther() {
    MainScreen main = logIn().open("system-location").add();
    main.onPage("New location").fill("name", "Bergen");
    screen.click("field-ntp_servers-new");
    main.onPage("New NTP server").fill("address", "ntp2");
    screen.press(KeyCode.ESCAPE);
    screen.click("dialog-cancel");
    main.onPage("New NTP server");
    screen.press(KeyCode.ESCAPE);
    main.confirm().onPage("New location");
    assertThat(screen.text("field-name")).isEqualTo("Bergen");
    screen.click("header-back");
    screen.click("dialog-cancel");
    screen.press(KeyCode.F5);
    screen.click("dialog-cancel");
    main.onPage("New location");
    assertThat(screen.text("field-name")).isEqualTo("Bergen");
  }

  private List<?> items(String listId) {
    return List.copyOf(((ListView<?>) screen.find(listId).orElseThrow()).getItems());
  }

  @Test
  void editsAreUndoneAndDoneAgainOneByOne() {
    MainScreen main = logIn().open("virtual-meeting-rooms");
    main.openRow("list-table", "Board room").onPage("Board room");
    main.fill("description", "quiet");
    screen.click("field-allow_guests");
    screen.await("row-guest_pin");
    screen.press(KeyCode.CONTROL, KeyCode.Z);
    screen.awaitGone("row-guest_pin");
    assertThat(screen.text("field-description")).isEqualTo("quiet");
    screen.press(KeyCode.CONTROL, KeyCode.Z);
    screen.awaitText("field-description", "For Board room");
    screen.press(KeyCode.CONTROL, KeyCode.Y);
    screen.awaitText("field-description", "quiet");
  }

  @Test
  @Tag("SYS-203")
  void whatIsDoubtfulIsSavedAndSaidAboveTheForm() {
    server
        .configuration()
        .add("turn_server", Map.of("name", "Relay", "address", "both.example.com"));
    MainScreen main = logIn().open("stun-server").openRow("list-table", "Public");
    main.onPage("Public").fill("address", "both.example.com").save();
    screen.awaitText("form-advice-0", "Relay");
    assertThat(stored("stun_server", "address")).isEqualTo("both.example.com");
    screen.click("form-advice-dismiss");
    screen.awaitGone("form-advice");
    screen.until("cursor in the first field", screen.await("field-name")::isFocused);
    main.open("stun-server").openRow("list-table", "Public");
    screen.awaitText("form-advice-0", "Address: The TURN server Relay");
    screen.click("form-advice-0");
    screen.until("cursor in the field in question", screen.await("field-address")::isFocused);
  }

  @Test
  @Tag("DIAG-453")
  void whatWasHiddenIsSaidAgainOnlyIfItIsNews() {
    server.configuration().add("device", Map.of("alias", "alice@example.com", "tag", "customer-7"));
    server
        .configuration()
        .add(
            "gateway_routing_rule",
            Map.of("name", "Phones", "priority", 7L, "match_string", "9.*", "tag", "customer-8"));
    MainScreen main = logIn().open("virtual-meeting-rooms").openRow("list-table", "Board room");
    main.onPage("Board room").fill("tag", "customer-7").save();
    screen.awaitText("form-advice-0", "Service tag: This is also the tag of the device alias");
    screen.click("form-advice-dismiss");
    screen.awaitGone("form-advice");

    // Not by the button, which the notice above covers for some seconds.
    main.fill("description", "quiet");
    screen.press(KeyCode.CONTROL, KeyCode.S);
    screen.until("saved", screen.await("form-undo")::isDisabled);
    assertThat(screen.shows("form-advice")).isFalse();
    main.fill("tag", "customer-8");
    screen.press(KeyCode.CONTROL, KeyCode.S);
    screen.awaitText("form-advice-0", "Phones");
  }

  @Test
  @Tag("SYS-270")
  void manyDoubtsLeaveRoomForTheForm() {
    long certificate =
        server
            .configuration()
            .add(
                "tls_certificate",
                Map.of(
                    "certificate",
                    "-",
                    "private_key",
                    "-",
                    "subject_name",
                    "*.example.com",
                    "issuer_name",
                    "CA",
                    "start_date",
                    Instant.EPOCH,
                    "end_date",
                    Instant.EPOCH,
                    "serial_no",
                    "1"));
    Object location = stored("worker_vm", "system_location");
    for (int i = 1; i <= 7; i++) {
      server
          .configuration()
          .add(
              "worker_vm",
              Map.of(
                  "name",
                  "n" + i,
                  "hostname",
                  "n" + i,
                  "domain",
                  "example.com",
                  "address",
                  "192.0.2." + (100 + i),
                  "netmask",
                  "255.255.255.0",
                  "gateway",
                  "192.0.2.1",
                  "system_location",
                  location,
                  "tls_certificate",
                  certificate));
    }
    logIn().open("tls-certificate").openRow("list-table", "*.example.com");
    screen.awaitText("form-advice-more", "2 more");
    assertThat(screen.shows("form-advice-4")).isTrue();
    assertThat(screen.shows("form-advice-5")).isFalse();
    screen.picture("light-form-advice-many");
  }

  @Test
  @Tag("SVC-034")
  void theShareInTheDatabaseIsChangedByTheApiOnly() {
    logIn().open("worker-vm").openRow("list-table", "oslo-1");
    assertThat(screen.await("field-enable_distributed_database").isDisabled()).isTrue();
  }

  @Test
  @Tag("SVX-319")
  void aThemeIsGivenToServicesOnItsPage() {
    server.configuration().add("ivr_theme", Map.of("name", "Night", "uuid", "u"));
    MainScreen main = logIn().open("ivr-theme");
    main.openRow("list-table", "Night").onPage("Night");
    screen.await("field-conference-available");
    screen.until("services", () -> !items("field-conference-available").isEmpty());
    Screen.onFx(
        () -> {
          ListView<?> available =
              (ListView<?>) screen.find("field-conference-available").orElseThrow();
          available.getSelectionModel().clearAndSelect(0);
          return null;
        });
    screen.click("field-conference-add");
    screen.press(KeyCode.CONTROL, KeyCode.Z);
    screen.until("undone", () -> items("field-conference-chosen").isEmpty());
    screen.press(KeyCode.CONTROL, KeyCode.Y);
    screen.until("done again", () -> items("field-conference-chosen").size() == 1);
    main.save();
    screen.until(
        "a service with the theme",
        () ->
            server.configuration().all("conference").stream()
                .anyMatch(service -> service.number("ivr_theme") != null));
  }

  @Test
  @Tag("SVX-325")
  void amongTooManyServicesNoneIsChosenOnThePageOfATheme() {
    long night = server.configuration().add("ivr_theme", Map.of("name", "Night", "uuid", "u"));
    long meet = server.configuration().idOf("conference", "Meet");
    server.configuration().changeElsewhere("conference", meet, "ivr_theme", night);
    int most = 10_000;
    for (int i = server.configuration().all("conference").size(); i < most; i++) {
      server.configuration().add("conference", Map.of("name", "Room " + i));
    }
    MainScreen main = logIn().open("ivr-theme").openRow("list-table", "Night").onPage("Night");
    screen.await("field-conference-chosen");
    assertThat(screen.shows("field-conference-too-many")).isFalse();

    server.configuration().add("conference", Map.of("name", "One too many"));
    main.open("ivr-theme").openRow("list-table", "Night").onPage("Night");
    screen.awaitText("field-conference-too-many", "more than 10,000 services");
    for (String part : List.of("available", "chosen", "add", "search")) {
      assertThat(screen.shows("field-conference-" + part)).as(part).isFalse();
    }
    screen.await("field-gateway_routing_rule-available");
    screen.picture("light-form-theme-too-many");

    main.fill("name", "Dusk").save();
    screen.until("saved", () -> stored("ivr_theme", "name").equals("Dusk"));
    assertThat(server.configuration().all("conference"))
        .as("services that keep the theme")
        .filteredOn(service -> Objects.equals(service.number("ivr_theme"), night))
        .hasSize(1);
  }

  @Test
  @Tag("SYS-409")
  void aChangeThatNeedsARestartNamesTheNodes() {
    server.configuration().add("global", Map.of());
    MainScreen main = logIn().open("global");
    screen.click("field-enable_sip");
    main.save();
    screen.awaitText("dialog-details", "oslo-1");
    assertThat(screen.text("dialog-details")).contains("oslo-2", "paris-1");
    screen.click("dialog-close");
  }

  @Test
  @Tag("SYS-145")
  @Tag("SYS-408")
  @Tag("SVC-016")
  void aNodeIsMovedOnlyByThoseWhoWantItsCallsEnded() {
    MainScreen main = logIn().open("worker-vm").openRow("list-table", "oslo-1").onPage("oslo-1");
    long oslo = location("oslo-1");
    main.fill("description", "moved");
    main.save();
    screen.awaitGone("dialog");
    main.fill("system_location", "Paris");
    screen.clickText("Paris");
    main.save();
    screen.picture("end-calls");
    screen.click("dialog-cancel");
    screen.awaitGone("dialog");
    assertThat(location("oslo-1")).isEqualTo(oslo);
    main.save().confirm();
    screen.until("node in Paris", () -> location("oslo-1") != oslo);
  }

  private long location(String node) {
    return server.configuration().all("worker_vm").stream()
        .filter(values -> values.text("name").equals(node))
        .map(values -> values.number("system_location"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("SYS-127")
  void codecsAreChosenFromTheOnesThatAreNotDisabled() {
    server.configuration().add("global", Map.of());
    MainScreen main = logIn().open("global");
    screen.await("field-disabled_codecs");
    screen.click("field-disabled_codecs-chosen");
    Screen.onFx(
        () -> {
          ListView<?> used =
              (ListView<?>) screen.find("field-disabled_codecs-chosen").orElseThrow();
          used.getSelectionModel().clearAndSelect(0);
          return null;
        });
    screen.click("field-disabled_codecs-remove");
    main.save();
    screen.until(
        "Opus disabled", () -> ((List<?>) stored("global", "disabled_codecs")).contains("opus"));
  }

  @Test
  void dscpValuesHaveTheirNames() {
    MainScreen main = logIn().open("system-location");
    main.openRow("list-table", "Oslo").onPage("Oslo");
    main.fill("media_qos", "34");
    ComboBox<?> name = (ComboBox<?>) screen.await("field-media_qos-name");
    screen.until("AF41", () -> String.valueOf(name.getValue()).contains("AF41"));
    Screen.onFx(
        () -> {
          name.getSelectionModel().select(indexOf(name, "EF"));
          return null;
        });
    screen.awaitText("field-media_qos", "46");
  }

  private static int indexOf(ComboBox<?> box, String part) {
    return box.getItems().stream().map(String::valueOf).toList().stream()
        .map(text -> text.contains("=" + part + ","))
        .toList()
        .indexOf(true);
  }

  @Test
  @Tag("OPS-225")
  void aRegularExpressionIsTriedWhereItIsWritten() {
    rule("Phones", 9, true);
    MainScreen main = logIn().open("gateway-routing-rule");
    main.openRow("list-table", "Phones").onPage("Phones");
    screen.click("field-match_string-try");
    screen.type("field-match_string-sample", "9555@example.com");
    screen.awaitText("field-match_string-result", "Matches: 555");
    screen.awaitText("field-match_string-groups", "\\1 = 555");
    main.fill("match_string", "8(.*)");
    screen.awaitText("field-match_string-result", "Does not match");
    main.fill("match_string", "8(");
    screen.awaitText("field-match_string-result", "Not valid");
  }

  @Test
  @Tag("SVC-285")
  void aTemplateIsTriedWhereItIsWritten() {
    server
        .configuration()
        .add(
            "conference_sync_template",
            Map.of(
                "name",
                "People",
                "conference_name",
                "{{givenName}} VMR",
                "alias_1",
                "meet.{{givenName|lower}}.{{sn|lower}}"));
    MainScreen main = logIn().open("conference-sync-template");
    main.openRow("list-table", "People").onPage("People");
    screen.click("field-alias_1-try");
    screen.awaitText("field-alias_1-result", "Result: meet.alice.parkes");
    screen.type("field-alias_1-sample-sn", "-Jones");
    screen.awaitText("field-alias_1-result", "jones");
    screen.picture("light-form-template");
    main.fill("alias_1", "{{givenName|swapcase}}");
    screen.awaitText("field-alias_1-result", "Not valid: Line 1, column 13: there is no filter");
    main.save().fieldError("alias_1", "Line 1, column 13: there is no filter 'swapcase' here.");
  }

  @Test
  void aSecretSaysWhetherItIsSetAndCanBeCleared() {
    server
        .configuration()
        .add("ntp_server", Map.of("address", "secure.example.com", "key_id", 5L, "key", "abc"));
    MainScreen main = logIn().open("ntp-server");
    main.openRow("list-table", "secure.example.com").onPage("secure.example.com");
    screen.awaitText("field-key-state", "Set");
    main.fill("description", "kept").save();
    screen.until(
        "saved",
        () ->
            server.configuration().all("ntp_server").stream()
                .anyMatch(
                    ntp ->
                        ntp.text("description").equals("kept") && ntp.text("key").equals("abc")));
    main.fill("key", "new");
    screen.awaitText("field-key-state", "replaced");
    main.fill("key_id", "");
    screen.click("field-key-clear");
    screen.awaitText("field-key-state", "cleared");
    main.save();
    screen.awaitText("field-key-state", "Not set");
    assertThat(server.configuration().all("ntp_server"))
        .noneMatch(ntp -> !ntp.text("key").isEmpty());
  }

  @Test
  void aCertificateIsLoadedFromAFileAndExplained() throws Exception {
    String pem =
        PemText.of(CertificateAuthority.create("Sample CA", Clock.systemUTC()).certificate());
    Files.writeString(profile.resolve("chosen"), pem);
    logIn().open("ca-certificate").add();
    screen.click("field-certificate-load");
    screen.awaitText("field-certificate-summary", "Sample CA");
    assertThat(screen.text("field-certificate")).contains("BEGIN CERTIFICATE");
    screen.click("form-cancel");
    screen.click("dialog-confirm");
  }

  @Test
  @Tag("SVC-193")
  void anAliasThatStandsTwiceInTheListIsNamedBeforeAnythingIsSent() {
    MainScreen main = logIn().open("virtual-meeting-rooms").add();
    main.fill("name", "Team").addChild("aliases", 0, "alias", "team");
    screen.press(KeyCode.ENTER);
    screen.type("field-aliases-1-alias", "TEAM");
    main.save().childError("aliases", 1, "in the list already");
    screen.click("field-aliases-1-alias");
    screen.press(KeyCode.ALT, KeyCode.UP);
    screen.awaitText("field-aliases-0-alias", "TEAM");
    screen.press(KeyCode.CONTROL, KeyCode.DELETE);
    screen.awaitGone("field-aliases-1-alias");
    main.save().onPage("Team");
  }

  @Test
  @Tag("PLAT-170")
  void helpIsSwitchedAtTheFootOfTheForm() {
    logIn().open("virtual-meeting-rooms").add();
    screen.await("help-name");
    screen.click("form-help");
    screen.awaitGone("help-name");
  }

  @Test
  void whoMayOnlyReadCreatesNothingInPlace() {
    server.sessions().restrictTo(Permissions.READ_ONLY);
    MainScreen main = logIn().open("worker-vm");
    main.openRow("list-table", "oslo-1").onPage("oslo-1");
    screen.await("field-system_location");
    assertThat(screen.shows("field-system_location-new")).isFalse();
    assertThat(screen.shows("form-save")).isFalse();
  }
}
