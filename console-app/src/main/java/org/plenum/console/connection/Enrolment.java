package org.plenum.console.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.KeyPair;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.enrolment.ConsoleEnrolmentRequest;
import org.plenum.model.enrolment.ConsoleEnrolmentResponse;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PkiException;

/**
 * Gets this console's certificate from a management service whose fingerprint the administrator has
 * confirmed: a certificate request over HTTPS, authenticated by the administrator's log-in.
 */
final class Enrolment {
  private static final String PATH = "/api/enrolment/v1/console/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KnownServer server;
  private final ServerAddress address;
  private final String consoleName;

  /**
   * An enrolment at one server.
   *
   * @param consoleName what administrators see in the list of consoles
   */
  Enrolment(KnownServer server, ServerAddress address, String consoleName) {
    this.server = server;
    this.address = address;
    this.consoleName = consoleName;
  }

  /** Asks for the certificate and keeps it. Blocks. */
  KnownServer.Enrolment enrol(CertificateFingerprint confirmed, LoginProof proof)
      throws ConnectionException, IOException, InterruptedException {
    KeyPair keys = server.credentials().pendingKey(KeyType.EC_P256);
    CertificateRequest csr = CertificateRequest.create(keys, consoleName);
    ConsoleEnrolmentResponse answer =
        answer(
            new AdministratorRequest(address, confirmed, proof)
                .post(
                    PATH,
                    JSON.writeValueAsString(new ConsoleEnrolmentRequest(csr.pem(), consoleName))));
    try {
      KnownServer.Enrolment enrolment =
          new KnownServer.Enrolment(answer.credentials(keys.getPrivate()), answer.grpcPort());
      server.save(enrolment);
      return enrolment;
    } catch (PkiException e) {
      throw new ConnectionException(Problem.FAILED, "the certificate cannot be used", e);
    }
  }

  private static ConsoleEnrolmentResponse answer(String body) throws ConnectionException {
    try {
      return JSON.readValue(body, ConsoleEnrolmentResponse.class);
    } catch (JacksonException e) {
      throw new ConnectionException(Problem.NOT_A_SERVER, "unexpected enrolment answer", e);
    }
  }
}
