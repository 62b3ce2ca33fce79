package org.plenum.console.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.rpc.console.LoginTerms;

/**
 * Proves an administrator's certificate to the management service over HTTPS, which gives a ticket
 * for the log-in at the gRPC services: there the console shows its own certificate (SYS-054).
 */
final class LoginTicket {
  private static final String PATH = "/api/session/v1/ticket/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LoginTicket() {}

  /**
   * Gets a ticket. Blocks.
   *
   * @param terms what the service says about log-ins, and which certificate it presents
   */
  static String of(ServerAddress address, LoginTerms terms, LoginProof.Certificate proof)
      throws ConnectionException, InterruptedException {
    if (!terms.getCertificateRequired()) {
      throw new ConnectionException(Problem.PASSWORD_NEEDED, "no certificates are taken");
    }
    String answer =
        new AdministratorRequest(
                address, new CertificateFingerprint(terms.getHttpsFingerprint()), proof)
            .post(PATH, "{}");
    try {
      String ticket = JSON.readTree(answer).path("ticket").asText();
      if (ticket.isEmpty()) {
        throw new ConnectionException(Problem.NOT_A_SERVER, "an answer without ticket");
      }
      return ticket;
    } catch (JsonProcessingException e) {
      throw new ConnectionException(Problem.NOT_A_SERVER, "unexpected answer", e);
    }
  }
}
