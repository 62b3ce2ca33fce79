package org.plenum.console.connection;

import io.grpc.StatusRuntimeException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ConnectionException.Problem;

/** Turns the failure of a first call into the problem that it shows. */
final class LoginFailures {
  private LoginFailures() {}

  static ConnectionException of(StatusRuntimeException failure, LoginProof proof) {
    String description = String.valueOf(failure.getStatus().getDescription());
    Problem problem =
        switch (failure.getStatus().getCode()) {
          case UNAUTHENTICATED ->
              proof instanceof LoginProof.Certificate
                  ? Problem.CERTIFICATE_REFUSED
                  : Problem.WRONG_PASSWORD;
          case FAILED_PRECONDITION -> Problem.CERTIFICATE_NEEDED;
          case PERMISSION_DENIED -> Problem.FORBIDDEN;
          case RESOURCE_EXHAUSTED -> Problem.TOO_MANY_ATTEMPTS;
          case UNAVAILABLE -> ofTransport(failure.getCause());
          case DEADLINE_EXCEEDED -> Problem.UNREACHABLE;
          case UNIMPLEMENTED -> Problem.NOT_A_SERVER;
          default -> Problem.FAILED;
        };
    return new ConnectionException(problem, description, failure);
  }

  /** What the failure of a connection means, found among its causes; the inner ones know best. */
  static Problem ofTransport(@Nullable Throwable failure) {
    Problem problem = Problem.UNREACHABLE;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return Problem.CERTIFICATE_CHANGED;
      }
      if (cause instanceof ConnectException) {
        return Problem.UNREACHABLE;
      }
      if (cause instanceof SSLException) {
        problem = isAlert(cause) ? Problem.CONSOLE_UNKNOWN : Problem.NOT_A_SERVER;
      }
    }
    return problem;
  }

  /** With TLS 1.3 the server's refusal of our certificate arrives as an alert. */
  private static boolean isAlert(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("fatal alert");
  }
}
