package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.access.Permissions;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/** Certificates from files and to files. */
class CertificateFlowTest extends ConsoleFixture {
  private static String authority(String name) {
    return PemText.of(CertificateAuthority.create(name, Clock.systemUTC()).certificate());
  }

  private static Credentials server(String name) {
    return new SelfSignedCertificate(Clock.systemUTC())
        .create(KeyType.EC_P256, name, SubjectNames.of(name));
  }

  @Test
  @Tag("SYS-282")
  @Tag("SYS-283")
  void filesAreImportedFromEitherPageAndTheResultIsShown() throws Exception {
    Credentials node = server("node.example.org");
    Files.writeString(profile.resolve("chosen-1.pem"), "no PEM");
    MainScreen main = logIn().open("tls-certificate");
    screen.click("list-import");
    assertThat(screen.await("certificates-apply").isDisabled()).isTrue();
    screen.click("certificates-choose");
    screen.type("certificates-passphrase", "sesame");
    screen.click("certificates-apply");
    screen.awaitText("certificates-problem", "chosen-1.pem: There is no PEM block");
    screen.pictureOfDialog("light-certificates-refused");

    Files.writeString(profile.resolve("chosen-1.pem"), authority("Root"));
    Files.writeString(
        profile.resolve("chosen-2.pem"), PemText.of(node.chain()) + PemText.of(node.privateKey()));
    screen.click("certificates-choose");
    screen.awaitText("certificates-files", "chosen-1.pem, chosen-2.pem");
    screen.click("certificates-apply");
    screen.awaitText("certificates-summary", "2 added, 0 replaced, 0 ignored");
    main.awaitRow("certificates-result", "Added | Root | Root | Trusted CA certificates");
    screen.pictureOfDialog("light-certificates-imported");
    screen.click("certificates-close");
    main.awaitRow("list-table", "node.example.org");
    main.open("ca-certificate").awaitRow("list-table", "Root");
    screen.await("list-import");
  }

  @Test
  @Tag("SYS-300")
  void trustedCertificatesAreExportedToOneFile() throws Exception {
    Files.writeString(profile.resolve("chosen"), authority("One") + authority("Two"));
    logIn().open("ca-certificate");
    screen.click("list-import");
    screen.click("certificates-choose");
    screen.click("certificates-apply");
    screen.await("certificates-result");
    screen.click("certificates-close");
    screen.click("list-export");
    Path file = profile.resolve("ca-certificates.pem");
    screen.until("exported", () -> Files.exists(file));
    Screen.patiently("two certificates")
        .until(() -> PemBundle.parse(Files.readString(file)).certificates().size() == 2);
  }

  @Test
  @Tag("SYS-314")
  @Tag("SYS-315")
  void aSigningRequestIsSavedAndCompleted() throws Exception {
    Credentials node = server("node.example.org");
    server
        .configuration()
        .add(
            "certificate_signing_request",
            Map.of("subject_name", "node.example.org", "csr", "the request"));
    MainScreen main =
        logIn().open("certificate-signing-request").openRow("list-table", "node.example.org");
    screen.click("csr-save");
    Path file = profile.resolve("node.example.org.csr");
    screen.until("saved", () -> Files.exists(file) && Files.size(file) > 0);
    assertThat(Files.readString(file)).isEqualTo("the request");

    screen.click("csr-complete");
    screen.type("complete-answer", "no certificate");
    screen.click("complete-apply");
    screen.awaitText("complete-problem", "no PEM block");
    screen.pictureOfDialog("light-complete");
    Files.writeString(profile.resolve("chosen"), PemText.of(node.chain()));
    screen.click("complete-load");
    screen.awaitText("complete-answer", "BEGIN CERTIFICATE");
    screen.click("complete-apply");
    screen.awaitGone("complete-dialog");
    screen.awaitText("field-issuer_name", "node.example.org");
    main.open("certificate-signing-request").awaitNoRow("list-table", "node.example.org");
  }

  @Test
  @Tag("SYS-302")
  @Tag("SYS-303")
  @Tag("SYS-306")
  void aSigningRequestOffersTheNamesOfAllServersAndTakesOthers() {
    server
        .configuration()
        .add("management_vm", Map.of("hostname", "manage", "domain", "example.org"));
    server
        .configuration()
        .add(
            "worker_vm",
            Map.of(
                "name",
                "Oslo",
                "hostname",
                "node1",
                "domain",
                "example.org",
                "alternative_fqdn",
                "sip.example.org"));
    server
        .configuration()
        .add(
            "worker_vm",
            Map.of(
                "name",
                "Paris",
                "hostname",
                "sip",
                "domain",
                "example.org",
                "alternative_fqdn",
                "SIP.example.org"));
    logIn().open("certificate-signing-request");
    screen.click("list-empty-add");
    ComboBox<?> subject = (ComboBox<?>) screen.await("field-subject_name");
    screen.until("names", () -> subject.getItems().size() == 3);
    assertThat(List.<Object>copyOf(subject.getItems()))
        .containsExactly("manage.example.org", "node1.example.org", "sip.example.org");

    screen.click("names-additional_subject_alt_names");
    screen.clickText("All of these");
    screen.awaitText(
        "field-additional_subject_alt_names",
        "manage.example.org, node1.example.org, sip.example.org");
    screen.type("field-additional_subject_alt_names", "pool.example.org, NODE1.example.org");
    screen.click("names-additional_subject_alt_names");
    assertThat(ticked("names-additional_subject_alt_names")).containsExactly("node1.example.org");
    screen.picture("light-signing-request");
    screen.pictureOfDialog("light-signing-request-names");
    screen.clickText("All of these");
    screen.awaitText(
        "field-additional_subject_alt_names",
        "pool.example.org, manage.example.org, node1.example.org, sip.example.org");
  }

  private List<String> ticked(String menu) {
    MenuButton button = (MenuButton) screen.await(menu);
    return Screen.onFx(
        () ->
            button.getItems().stream()
                .flatMap(item -> item instanceof CustomMenuItem own ? Stream.of(own) : Stream.of())
                .flatMap(
                    item ->
                        item.getContent() instanceof CheckBox box ? Stream.of(box) : Stream.of())
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList());
  }

  @Test
  void whoMayOnlyLookImportsAndCompletesNothing() {
    server.sessions().restrictTo(Permissions.READ_ONLY);
    server
        .configuration()
        .add("certificate_signing_request", Map.of("subject_name", "node", "csr", "x"));
    MainScreen main = logIn().open("ca-certificate");
    screen.await("list-export");
    assertThat(screen.shows("list-import")).isFalse();
    main.open("certificate-signing-request").openRow("list-table", "node");
    screen.await("csr-save");
    assertThat(screen.shows("csr-complete")).isFalse();
  }
}
