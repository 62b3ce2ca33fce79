package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.ldap.DirectoryTrust;
import org.plenum.management.ldap.ServerConnector;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.TestDirectory;
import org.plenum.management.testing.UserCertificates;
import org.plenum.model.config.Values;

/** Requests of tools that show a certificate in the TLS handshake. */
@Tag("SYS-054")
class CertificateRequestTest {
  private final UserCertificates staff = new UserCertificates();

  @TempDir Path folder;
  private TestDirectory directory;
  private ServiceFixture service;

  @BeforeEach
  void start() {
    directory = new TestDirectory();
    service =
        new ServiceFixture(
            folder, store -> new ServerConnector(new DirectoryTrust(store), directory.lookup()));
    change(
        Operation.create(
            "ca_certificate", Values.of(Map.of("certificate", directory.certificate()))),
        Operation.create("ca_certificate", Values.of(Map.of("certificate", staff.authority()))));
  }

  @AfterEach
  void stop() {
    service.close();
    directory.close();
  }

  private void change(Operation... operations) {
    assertThat(
            service
                .service()
                .core()
                .changeSets()
                .apply("test", ChangeSource.SETUP, List.of(operations)))
        .isInstanceOf(Accepted.class);
  }

  private void require(String certificate) {
    change(
        Operation.update(
            "authentication",
            1,
            Values.of(TestDirectory.settingsWith(Map.of("client_certificate", certificate)))));
  }

  private static void assertAskedForCertificate(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Certificate realm=\"Plenum\"");
    assertThat(answer.body()).contains("client certificate");
  }

  @Test
  @Tag("SYS-030")
  void areMadeInTheNameOfWhoTheCertificateNames() {
    require("CN");
    try (RestClient admin = service.client(staff.commonName("admin"))) {
      HttpResponse<String> made = admin.send("POST", "conference/", "{\"name\": \"Certified\"}");

      assertThat(made.statusCode()).isEqualTo(201);
      assertThat(
              RestClient.json(admin.get("/api/versions/v1/version/?limit=1"))
                  .at("/objects/0/author")
                  .asText())
          .isEqualTo("admin");
    }
  }

  @Test
  @Tag("SYS-034")
  void areRefusedWithoutACertificateOfAnAdministrator() {
    require("CN");
    try (RestClient password = service.client(ServiceFixture.ADMIN);
        RestClient stranger = service.client(new UserCertificates().commonName("admin"));
        RestClient nobody = service.client(staff.commonName("nobody"))) {
      assertAskedForCertificate(password.get("conference/"));
      assertAskedForCertificate(stranger.get("conference/"));
      assertAskedForCertificate(nobody.get("conference/"));
    }
  }

  @Test
  @Tag("SYS-034")
  void areAskedForWhatTheSettingsRequireNow() {
    try (RestClient password = service.client(ServiceFixture.ADMIN);
        RestClient certificate = service.client(staff.commonName("admin"))) {
      assertThat(password.get("conference/").statusCode()).isEqualTo(200);
      assertThat(certificate.get("conference/").statusCode()).isEqualTo(401);

      require("CN");
      assertAskedForCertificate(password.get("conference/"));
      // The first one still comes over the connection on which nothing was asked for.
      certificate.get("conference/");
      assertThat(certificate.get("conference/").statusCode()).isEqualTo(200);

      require("NO");
      assertThat(password.get("conference/").statusCode()).isEqualTo(200);
      assertThat(certificate.get("conference/").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void ofNodesThatEnrolNeedNone() {
    require("CN");
    try (RestClient node = service.client(ServiceFixture.ADMIN)) {
      assertThat(node.send("POST", "/api/enrolment/v1/node/", "{}").statusCode()).isEqualTo(400);
    }
  }
}
