package org.plenum.model.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.enrolment.EnrolmentException.Reason;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyMismatchException;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Node;
import org.plenum.model.pki.SubjectNames;

class EnrolmentTest {
  private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");

  private final ObjectMapper json = new ObjectMapper();
  private final CertificateAuthority authority =
      CertificateAuthority.create("CA", InstantSource.system());
  private final EnrolmentSecret secret = EnrolmentSecret.generate();
  private final PendingEnrolment pending = PendingEnrolment.of(secret, NOW.plusSeconds(60));
  private final KeyPair keys = KeyType.EC_P256.generate();
  private final CertificateRequest request = CertificateRequest.create(keys, "node");

  @Test
  @Tag("INST-162")
  void nodeExchangesItsSecretForACertificateOverJson() throws Exception {
    String sent =
        json.writeValueAsString(new EnrolmentRequest(secret, request.pem(), 18544, 18543, "1.0.0"));

    EnrolmentRequest received = json.readValue(sent, EnrolmentRequest.class);
    CertificateRequest verified = CertificateRequest.parse(received.csrPem());
    PendingEnrolment used = pending.redeem(received.secret(), verified, NOW);
    String answer =
        json.writeValueAsString(
            EnrolmentResponse.of(
                authority.issue(verified, new Node(7), SubjectNames.of("127.0.0.1"))));
    Credentials credentials =
        json.readValue(answer, EnrolmentResponse.class).credentials(keys.getPrivate());

    assertThat(sent)
        .contains("\"secret\":\"" + secret.value() + "\"")
        .contains("\"csr_pem\":")
        .contains("\"control_port\":18544")
        .contains("\"https_port\":18543");
    assertThat(answer).contains("\"chain_pem\":").contains("\"ca_pem\":");
    assertThat(used.usedBy()).contains(request.keyFingerprint());
    assertThat(PlatformIdentity.of(credentials.certificate())).isEqualTo(new Node(7));
    assertThat(credentials.root()).isEqualTo(authority.certificate());
  }

  @Test
  void consoleLearnsItsCertificateAndWhereToGoOn() throws Exception {
    Console console = new Console(UUID.randomUUID());
    ConsoleEnrolmentRequest received =
        json.readValue(
            json.writeValueAsString(new ConsoleEnrolmentRequest(request.pem(), "Ann's laptop")),
            ConsoleEnrolmentRequest.class);
    List<X509Certificate> chain =
        authority.issue(CertificateRequest.parse(received.csrPem()), console, SubjectNames.NONE);

    String answer =
        json.writeValueAsString(ConsoleEnrolmentResponse.of(chain, 18444, "Example Org"));
    ConsoleEnrolmentResponse response = json.readValue(answer, ConsoleEnrolmentResponse.class);

    assertThat(response.grpcPort()).isEqualTo(18444);
    assertThat(response.platformName()).isEqualTo("Example Org");
    assertThat(PlatformIdentity.of(response.credentials(keys.getPrivate()).certificate()))
        .isEqualTo(console);
  }

  @Test
  void answerForAnotherKeyIsNoticed() {
    EnrolmentResponse response =
        EnrolmentResponse.of(authority.issue(request, new Node(7), SubjectNames.NONE));
    KeyPair other = KeyType.EC_P256.generate();

    assertThatThrownBy(() -> response.credentials(other.getPrivate()))
        .isInstanceOf(KeyMismatchException.class);
  }

  @Test
  @Tag("INST-163")
  void secretIsGoodForOneKeyOnly() {
    PendingEnrolment used = pending.redeem(secret, request, NOW);
    CertificateRequest thief = CertificateRequest.create(KeyType.EC_P256.generate(), "node");

    assertRefused(Reason.USED, () -> used.redeem(secret, thief, NOW));
  }

  @Test
  void sameKeyMayAskAgainBecauseTheAnswerMayHaveBeenLost() {
    PendingEnrolment used = pending.redeem(secret, request, NOW);

    assertThat(used.redeem(secret, request, NOW.plusSeconds(60))).isEqualTo(used);
    assertRefused(Reason.EXPIRED, () -> used.redeem(secret, request, NOW.plusSeconds(61)));
  }

  @Test
  @Tag("INST-163")
  void wrongAndExpiredSecretsAreRefused() {
    assertRefused(
        Reason.WRONG_SECRET, () -> pending.redeem(EnrolmentSecret.generate(), request, NOW));
    assertRefused(Reason.EXPIRED, () -> pending.redeem(secret, request, NOW.plusSeconds(61)));
  }

  @Test
  void secretsAreRandomAndStoredAsHash() {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      values.add(EnrolmentSecret.generate().value());
    }

    assertThat(values).hasSize(100).allMatch(value -> value.length() == 43);
    assertThat(pending.secretHash()).hasSize(64).doesNotContain(secret.value());
    assertThat(secret.hasHash(pending.secretHash())).isTrue();
    assertThat(EnrolmentSecret.generate().hasHash(pending.secretHash())).isFalse();
    assertThat(secret.toString()).doesNotContain(secret.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"secret\":null,\"csr_pem\":\"x\",\"control_port\":1,\"https_port\":1,\"version\":\"1\"}",
        "{\"secret\":\"short\",\"csr_pem\":\"x\",\"control_port\":1,\"https_port\":1,"
            + "\"version\":\"1\"}",
        "{\"secret\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\",\"csr_pem\":\"x\","
            + "\"control_port\":70000,\"https_port\":1,\"version\":\"1\"}",
        "{\"secret\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\",\"csr_pem\":null,"
            + "\"control_port\":7000,\"https_port\":1,\"version\":\"1\"}"
      })
  void requestWithMissingOrWrongFieldIsRefused(String text) {
    assertThatThrownBy(() -> json.readValue(text, EnrolmentRequest.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void requestOfAnotherVersionMayHaveMoreFields() throws Exception {
    String text =
        """
        {"secret":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","csr_pem":"x",
         "control_port":7000,"https_port":1,"version":"2","colour":"green"}
        """;

    assertThat(json.readValue(text, EnrolmentRequest.class).version()).isEqualTo("2");
  }

  private static void assertRefused(Reason reason, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            EnrolmentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
