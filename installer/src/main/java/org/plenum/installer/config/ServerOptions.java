package org.plenum.installer.config;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ServerAddress;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PinnedTrustManager;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which management service, who asks, and how the service is known. */
final class ServerOptions {
  /** Environment variable with the password. */
  static final String PASSWORD_VARIABLE = "PLENUM_ADMIN_PASSWORD";

  @Option(
      names = "--server",
      required = true,
      paramLabel = "HOST[:PORT]",
      description =
          "Management service; the port is " + ManagementEndpoint.DEFAULT_PORT + " unless given.")
  private String server = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "admin",
      description = {
        "Account (default: ${DEFAULT-VALUE}). Its password is taken from the variable",
        PASSWORD_VARIABLE + ", from --password-file, or asked for."
      })
  private String user = "admin";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path passwordFile;

  @ArgGroup private @Nullable Trust trust;

  /** How the service's certificate is known; by Java's list of authorities unless given. */
  static final class Trust {
    @Option(
        names = "--fingerprint",
        paramLabel = "SHA256",
        description = "Fingerprint of the service's certificate, as the console shows it.")
    private @Nullable String fingerprint;

    @Option(
        names = "--ca",
        paramLabel = "FILE",
        description = "Authority that signed the service's certificate, in PEM form.")
    private @Nullable Path authority;

    X509ExtendedTrustManager manager() throws GeneralSecurityException {
      if (fingerprint != null) {
        try {
          return new PinnedTrustManager(new CertificateFingerprint(fingerprint));
        } catch (IllegalArgumentException e) {
          throw new StartupException(ExitCode.FAILED, "--fingerprint: " + e.getMessage() + ".", e);
        }
      }
      try {
        String pem = Files.readString(Objects.requireNonNull(authority));
        return trusting(PemBundle.parse(pem).onlyCertificate());
      } catch (IOException | PkiException e) {
        throw new StartupException(
            ExitCode.FAILED, "--ca: %s has no certificate.".formatted(authority), e);
      }
    }

    private static X509ExtendedTrustManager trusting(X509Certificate authority)
        throws GeneralSecurityException, IOException {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
  }

  /** A connection with these options. */
  ConfigurationTextClient connect() {
    return new ConfigurationTextClient(address(), tls(), user, password());
  }

  URI address() {
    try {
      return URI.create("https://" + ServerAddress.parse(server));
    } catch (IllegalArgumentException e) {
      throw new StartupException(
          ExitCode.FAILED, "--server: '%s' is no HOST or HOST:PORT.".formatted(server), e);
    }
  }

  private String password() {
    if (passwordFile != null) {
      try (var lines = Files.lines(passwordFile)) {
        return lines.findFirst().orElse("");
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new StartupException(
            ExitCode.FAILED, "The password file %s cannot be read.".formatted(passwordFile), e);
      }
    }
    return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).orElseGet(this::askPassword);
  }

  private String askPassword() {
    Console console = System.console();
    char[] typed =
        console == null || !console.isTerminal()
            ? null
            : console.readPassword("Password of %s: ", user);
    if (typed == null) {
      throw new StartupException(
          ExitCode.FAILED, "Put the password in the variable " + PASSWORD_VARIABLE + ".");
    }
    return new String(typed);
  }

  private SSLContext tls() {
    try {
      return trust == null ? SSLContext.getDefault() : TlsContexts.plain(null, trust.manager());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
