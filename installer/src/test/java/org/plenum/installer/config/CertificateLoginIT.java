package org.plenum.installer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.ui.MainScreen;
import org.plenum.console.ui.RunningConsole;
import org.plenum.console.ui.Screen;
import org.plenum.installer.config.ServiceProcess.Result;
import org.plenum.model.process.ExitCode;

/** Log-ins with certificates of an authority that is OpenSSL, by console, curl and command line. */
class CertificateLoginIT {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String FILE_PASSWORD = "opens the file";

  @TempDir Path folder;
  @TempDir Path profile;
  private ServiceProcess service;
  private String authority = "";

  @BeforeEach
  void start() throws Exception {
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2"
            + " -subj /CN=Staff -keyout staff.key -out staff.pem");
    certificate("admin");
    certificate("visitor");
    service = ServiceProcess.start(folder);
    authority = service.authority();
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments.split(" ", -1)));
    Result result =
        ServiceProcess.run(
            new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
    assertThat(result.status()).as(result.output()).isZero();
  }

  /** What a person gets from the authority: one file with certificate and key. */
  private void certificate(String user) throws Exception {
    openssl(
        "req -newkey rsa:2048 -noenc -subj /O=Example/CN=%1$s -keyout %1$s.key -out %1$s.csr"
            .formatted(user));
    Files.writeString(folder.resolve("client.cnf"), "extendedKeyUsage=clientAuth");
    openssl(
        "x509 -req -in %1$s.csr -CA staff.pem -CAkey staff.key -CAcreateserial -days 1"
                .formatted(user)
            + " -extfile client.cnf -out %s.pem".formatted(user));
    Files.writeString(folder.resolve("password"), FILE_PASSWORD);
    openssl(
        "pkcs12 -export -in %1$s.pem -inkey %1$s.key -passout file:password -out %1$s.p12"
            .formatted(user));
  }

  /** A file of the configuration is not refused because a directory is away. */
  private void requireCertificates() throws Exception {
    String text =
        """
        ca_certificate:
          - certificate: |
        %s
        authentication:
          source: LDAP+LOCAL
          client_certificate: CN
          ldap_server: ldap.invalid
          ldap_base_dn: dc=example,dc=com
        """
            .formatted(Files.readString(folder.resolve("staff.pem")).indent(6).stripTrailing());
    Result applied =
        service.config(
            "apply", "--ca", authority, "--yes", service.file("certificates.yaml", text));
    assertThat(applied.status()).as(applied.output()).isZero();
  }

  private Result curl(String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("curl", "--silent", "--include", "--max-time", "10", "--cacert", authority));
    command.addAll(List.of(more));
    command.add(
        "https://%s/api/admin/configuration/v1/authentication/1/".formatted(service.server()));
    return ServiceProcess.run(new ProcessBuilder(command).redirectErrorStream(true));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Result curlAs(String user) throws Exception {
    return curl("--cert-type", "P12", "--cert", file(user + ".p12") + ":" + FILE_PASSWORD);
  }

  @Test
  @Tag("SYS-034")
  @Tag("SYS-054")
  @Tag("DIAG-563")
  void certificatesTakeThePlaceOfPasswordsUntilTheyAreTurnedOff() throws Exception {
    requireCertificates();

    assertThat(curlAs("admin").output()).contains("200 OK", "\"client_certificate\": \"CN\"");
    assertThat(curlAs("visitor").output()).contains("401 Unauthorized", "Certificate realm");
    assertThat(curl("--user", "admin:" + ServiceProcess.PASSWORD).output())
        .contains("401 Unauthorized", "Certificate realm");

    Result refused = service.config("export", "--ca", authority);
    assertThat(refused.output()).contains("--certificate");
    assertThat(refused.status()).isEqualTo(ExitCode.WRONG_PASSWORD.code());
    Result exported =
        service.configWith(
            FILE_PASSWORD, "export", "--ca", authority, "--certificate", file("admin.p12"));
    assertThat(exported.output()).contains("client_certificate: CN");

    consoleLogsIn();

    service.close();
    Result off = ServiceProcess.plenum("authset", "--data", file("data"), "CBA", "OFF");
    assertThat(off.output()).contains("Administrators log in with passwords now.");
    assertThat(off.status()).isZero();
    service = ServiceProcess.start(folder);
    assertThat(curl("--user", "admin:" + ServiceProcess.PASSWORD).output()).contains("200 OK");
    assertThat(curlAs("admin").output()).contains("401 Unauthorized", "Basic realm");
  }

  private void consoleLogsIn() throws Exception {
    try (RunningConsole console =
        RunningConsole.open(profile, ServerAddress.parse(service.server()), PICTURES)) {
      Screen screen = console.screen();
      screen.click("login-by-certificate");
      screen.type("login-certificate-file", file("visitor.p12"));
      screen.type("login-file-password", FILE_PASSWORD);
      screen.click("login-submit");
      console.login().trust(service.fingerprint()).refused("not accepted");

      screen.type("login-certificate-file", file("admin.p12"));
      screen.click("login-submit");
      MainScreen main = console.login().trust(service.fingerprint()).loggedIn();
      main.open("authentication");
      screen.picture("real-login-by-certificate");
    }
  }
}
