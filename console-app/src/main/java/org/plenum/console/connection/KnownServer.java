package org.plenum.console.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;

/**
 * What the console keeps about one server: its own certificate for it, whose issuer is the platform
 * that it trusts from then on, and the port of the gRPC services. One thread at a time.
 */
final class KnownServer {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final CredentialStore credentials;
  private final Path endpointFile;

  private record Endpoint(int grpcPort) {}

  /** Uses a folder of this server's own below the profile. */
  KnownServer(Path profile, ServerAddress address) {
    // A colon cannot be part of a file name everywhere.
    Path folder = profile.resolve("servers").resolve(address.toString().replace(':', '_'));
    this.credentials = new CredentialStore(folder);
    this.endpointFile = folder.resolve("endpoint.json");
  }

  /** A finished enrolment: certificate and port. */
  record Enrolment(Credentials credentials, int grpcPort) {}

  CredentialStore credentials() {
    return credentials;
  }

  /** The enrolment, if there was one and its files are whole. */
  Optional<Enrolment> enrolment() throws IOException {
    Optional<Credentials> kept = credentials.load();
    Optional<Endpoint> endpoint = endpoint();
    return kept.isPresent() && endpoint.isPresent()
        ? Optional.of(new Enrolment(kept.get(), endpoint.get().grpcPort()))
        : Optional.empty();
  }

  /** Keeps an enrolment. The certificate is written last: it makes the enrolment complete. */
  void save(Enrolment enrolment) throws IOException {
    Files.createDirectories(endpointFile.getParent());
    Path temporary = endpointFile.resolveSibling(endpointFile.getFileName() + ".tmp");
    Files.write(temporary, JSON.writeValueAsBytes(new Endpoint(enrolment.grpcPort())));
    Files.move(
        temporary,
        endpointFile,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    credentials.save(enrolment.credentials());
  }

  /** Forgets the server, so that the next connection is a first one. */
  void forget() throws IOException {
    credentials.clear();
    Files.deleteIfExists(endpointFile);
  }

  private Optional<Endpoint> endpoint() throws IOException {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(endpointFile), Endpoint.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      // Without the port the console enrols again.
      return Optional.empty();
    }
  }
}
