package org.plenum.installer.config;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ServerAddress;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PinnedTrustManager;
import org.plenum.model.pki.Pkcs12Exception;
import org.plenum.model.pki.Pkcs12File;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.ReloadableKeyManager;
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

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = {
        "PKCS #12 file with your certificate and its key, where the service requires one in place",
        "of the password; the password is then that of the file."
      })
  private @Nullable Path certificate;

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
        return trusting(only(PemBundle.parse(pem).onlyCertificate()));
      } catch (IOException | PkiException e) {
        throw new StartupException(
            ExitCode.FAILED, "--ca: %s has no certificate.".formatted(authority), e);
      }
    }
  }

  private static X509ExtendedTrustManager trusting(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  private static KeyStore only(X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", authority);
    return store;
  }

  /** A connection with these options. */
  ConfigurationTextClient connect() {
    String password = password();
    Optional<Credentials> own = Optional.ofNullable(certificate).map(file -> read(file, password));
    return new ConfigurationTextClient(
        address(),
        tls(own.map(ReloadableKeyManager::new).orElse(null)),
        own.isPresent() ? Optional.empty() : Optional.of(basic(user, password)));
  }

  private static Credentials read(Path file, String password) {
    try {
      return Pkcs12File.read(file, password);
    } catch (Pkcs12Exception e) {
      throw new StartupException(
          e.problem() == Pkcs12Exception.Problem.WRONG_PASSWORD
              ? ExitCode.WRONG_PASSWORD
              : ExitCode.FAILED,
          "--certificate: %s.".formatted(e.getMessage()),
          e);
    }
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
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
            : console.readPassword("Password of %s: ", certificate == null ? user : certificate);
    if (typed == null) {
      throw new StartupException(
          ExitCode.FAILED, "Put the password in the variable " + PASSWORD_VARIABLE + ".");
    }
    return new String(typed);
  }

  /** Without other wish, the authorities that ship with Java are trusted. */
  private SSLContext tls(@Nullable ReloadableKeyManager own) {
    try {
      return TlsContexts.plain(own, trust == null ? trusting(null) : trust.manager());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
