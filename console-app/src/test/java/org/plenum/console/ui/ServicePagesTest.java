package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.theme.ShippedFiles;
import org.plenum.model.theme.ThemeException;
import org.plenum.model.theme.ThemePackage;
import org.plenum.rpc.status.ConferenceStatus;

/** Pages of the menus Services and Utilities. */
class ServicePagesTest extends ConsoleFixture {
  @Test
  @Tag("SVC-047")
  @Tag("SVC-092")
  @Tag("SVC-171")
  void eachKindOfServiceHasAPageWithItsFields() {
    MainScreen main = logIn().open("virtual-receptions").onPage("Virtual Receptions").add();
    screen.await("row-match_string");
    screen.await("row-ivr_theme");
    for (String field : new String[] {"pin", "guest_pin", "host_view", "participant_limit"}) {
      assertThat(screen.shows("row-" + field)).as(field).isFalse();
    }
    screen.picture("light-form-reception");
    main.fill("name", "Front desk").save().onPage("Front desk");
    main.open("test-call-services").onPage("Test Call Services").add();
    screen.await("row-max_callrate_in");
    assertThat(screen.shows("row-max_callrate_out")).isFalse();
    assertThat(screen.shows("row-match_string")).isFalse();
    screen.picture("light-form-test-call");
    main.fill("name", "Echo").save().onPage("Echo");
    assertThat(server.configuration().all("conference"))
        .extracting(service -> service.text("service_type"))
        .containsExactly("two_stage_dialing", "test_call");
  }

  @Test
  @Tag("SVC-052")
  void whoChangesAServiceSeesThatAConferenceOfItRuns() {
    long meet = server.configuration().add("conference", Map.of("name", "Meet"));
    server.configuration().add("conference", Map.of("name", "Quiet"));
    server
        .status()
        .conference(
            ConferenceStatus.newBuilder().setId("c").setName("Meet").setServiceId(meet).build());
    MainScreen main = logIn().open("virtual-meeting-rooms").openRow("list-table", "Meet");
    screen.await("form-live");
    screen.picture("light-form-live");

    main.open("virtual-meeting-rooms").openRow("list-table", "Quiet").onPage("Quiet");
    assertThat(screen.shows("form-live")).isFalse();
  }

  @Test
  @Tag("SVX-323")
  @Tag("SVX-328")
  void filesOfAThemeAreUploadedAndDownloaded() throws Exception {
    server
        .configuration()
        .add("ivr_theme", Map.of("name", "Night", "uuid", "00000000-0000-4000-8000-000000000000"));
    Path archive = profile.resolve("chosen");
    writeZip(archive, "notes.txt", "x");
    MainScreen main = logIn().open("ivr-theme").openRow("list-table", "Night");
    main.onPage("Night");
    screen.click("theme-upload");
    screen.awaitText("theme-problem", "'notes.txt' is no file of a theme.");
    screen.picture("light-form-theme-refused");

    writeZip(archive, "themeconfig.json", "{\"disable_watermark_icon\": true}");
    screen.click("theme-upload");
    screen.awaitGone("theme-problem");
    screen.awaitText("field-files", "themeconfig.json");
    screen.awaitGone("theme-progress");
    screen.click("theme-download");
    screen.until("Night.zip", () -> Files.exists(profile.resolve("Night.zip")));
    screen.picture("light-form-theme");
  }

  @Test
  @Tag("SVX-330")
  void picturesOfPinEntryAreMadeFromABackground() throws Exception {
    BufferedImage picture = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture.getSubimage(0, 0, 640, 360), "jpeg", profile.resolve("chosen").toFile());
    MainScreen main = logIn().open("ivr-theme").onPage("Themes");
    screen.click("theme-pin-pictures");
    screen.await("dialog-close");
    screen.pictureOfDialog("light-pin-pictures-refused");
    screen.click("dialog-close");
    screen.awaitGone("dialog");

    ImageIO.write(picture, "jpeg", profile.resolve("chosen").toFile());
    screen.click("theme-pin-pictures");
    screen.await("pin-pictures-save");
    ImageView preview = (ImageView) screen.await("pin-pictures-preview");
    screen.until("the preview", () -> preview.getImage() != null);
    screen.pictureOfDialog("light-pin-pictures");
    screen.click("pin-pictures-save");
    Path archive = profile.resolve("chosen.zip");
    screen.until("chosen.zip", () -> isTheme(archive));
    assertThat(ThemePackage.read(Files.readAllBytes(archive)).names()).hasSize(23);
    main.onPage("Themes");
  }

  @Test
  @Tag("SVX-328")
  @Tag("SVX-364")
  void theBaseThemeAndGraphicsAreSavedFromTheList() throws Exception {
    logIn().open("ivr-theme").onPage("Themes");
    screen.click("theme-base-download");
    screen.until("Base.zip", () -> isTheme(profile.resolve("Base.zip")));
    assertThat(ThemePackage.read(Files.readAllBytes(profile.resolve("Base.zip"))).digest())
        .isEqualTo(ShippedFiles.baseTheme().digest());
    screen.click("theme-graphics-download");
    screen.until("Theme_graphics.zip", () -> Files.exists(profile.resolve("Theme_graphics.zip")));
    screen.picture("light-list-themes");
  }

  private static boolean isTheme(Path archive) {
    try {
      return ThemePackage.read(Files.readAllBytes(archive)).names().size() > 1;
    } catch (IOException | ThemeException e) {
      return false;
    }
  }

  private static void writeZip(Path file, String name, String content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  @Tag("SVC-229")
  @Tag("SVC-230")
  void aTemplateShowsTheSettingsOfWhatItMakes() {
    MainScreen main = logIn().open("conference-sync-template").onPage("LDAP sync templates").add();
    screen.await("row-conference_name");
    assertThat(screen.shows("row-device_alias")).isFalse();
    screen.click("field-sync_devices");
    screen.await("row-device_alias");
    screen.picture("light-form-sync-template");
    screen.click("form-cancel");
    main.confirm();
  }
}
