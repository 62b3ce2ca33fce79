package org.plenum.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.console.fake.CertificateAsking;
import org.plenum.console.fake.FakeSessions;

/** Log-ins with a certificate from a file in place of a password. */
@Tag("SYS-054")
class CertificateLoginFlowTest extends ConsoleFixture {
  private static final String FILE_PASSWORD = "opens the file";

  private void haveCertificateOf(String user) throws Exception {
    CertificateAsking.writePkcs12(profile.resolve("chosen"), user, FILE_PASSWORD);
  }

  private MainScreen logInByCertificate() {
    screen.click("login-by-certificate");
    screen.click("login-certificate-choose");
    screen.type("login-file-password", FILE_PASSWORD);
    screen.click("login-submit");
    return login().trust(server.fingerprint().value()).loggedIn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theFormIsShown(String theme) throws Exception {
    server.sessions().requireCertificate(true);
    haveCertificateOf("nobody");
    if (theme.equals("dark")) {
      haveCertificateOf(FakeSessions.USER);
      logInByCertificate();
      screen.click("header-theme");
      restart();
    } else {
      screen.click("login-by-certificate");
      screen.picture(theme + "-login-certificate-empty");
      screen.click("login-certificate-choose");
      screen.type("login-file-password", FILE_PASSWORD);
      screen.click("login-submit");
      login().trust(server.fingerprint().value()).refused("not accepted");
    }
    screen.picture(theme + "-login-certificate");
  }

  @Test
  void aCertificateTakesThePlaceOfThePassword() throws Exception {
    server.sessions().requireCertificate(true);
    haveCertificateOf(FakeSessions.USER);

    logInByCertificate().open("conferences");
  }

  @Test
  void thePasswordFormLeadsToTheCertificateWhereOneIsNeeded() throws Exception {
    haveCertificateOf(FakeSessions.USER);
    server.sessions().requireCertificate(true);
    login().submit(FakeSessions.USER, FakeSessions.PASSWORD);
    login().trust(server.fingerprint().value()).refused("in place of passwords");
    assertThat(screen.shows("login-password")).isFalse();

    logInByCertificate();
  }

  @Test
  void theCertificateFormLeadsToThePasswordWhereOneIsNeeded() throws Exception {
    haveCertificateOf(FakeSessions.USER);
    screen.click("login-by-certificate");
    screen.click("login-certificate-choose");
    screen.type("login-file-password", FILE_PASSWORD);
    screen.click("login-submit");
    login().trust(server.fingerprint().value()).refused("takes passwords");

    logIn();
  }

  @Test
  void whatIsWrongWithTheFileIsSaid() throws Exception {
    screen.click("login-by-certificate");
    assertThat(screen.await("login-submit").isDisabled()).isTrue();
    screen.type("login-certificate-file", profile.resolve("nothing").toString());
    screen.click("login-submit");
    login().refused("cannot be read");

    haveCertificateOf(FakeSessions.USER);
    screen.click("login-certificate-choose");
    screen.type("login-file-password", "wrong");
    screen.click("login-submit");
    login().refused("does not open the file");
  }

  @Test
  void whoIsNotAnAdministratorIsRefused() throws Exception {
    server.sessions().requireCertificate(true);
    haveCertificateOf("stranger");
    screen.click("login-by-certificate");
    screen.click("login-certificate-choose");
    screen.type("login-file-password", FILE_PASSWORD);
    screen.click("login-submit");
    login().trust(server.fingerprint().value()).refused("not accepted");
  }

  @Test
  @Tag("SYS-136")
  void anEndedSessionAsksForThePasswordOfTheSameFile() throws Exception {
    playScenario();
    server.sessions().requireCertificate(true);
    haveCertificateOf(FakeSessions.USER);
    MainScreen main =
        logInByCertificate().open("conferences").awaitRow("conferences-table", "Meet");
    server.sessions().expire();
    server.status().closeStreams();
    screen.await("banner-login");
    screen.click("banner-login");
    screen.awaitText("banner-problem", "does not open the file");
    screen.type("banner-password", FILE_PASSWORD);
    screen.click("banner-login");
    screen.awaitGone("banner");
    main.awaitRow("conferences-table", "Meet");
  }

  @Test
  void theNextStartBeginsWithTheSameFile() throws Exception {
    server.sessions().requireCertificate(true);
    haveCertificateOf(FakeSessions.USER);
    logInByCertificate();
    restart();

    assertThat(screen.text("login-certificate-file")).endsWith("chosen");
    screen.type("login-file-password", FILE_PASSWORD);
    screen.click("login-submit");
    login().loggedIn();
  }
}
