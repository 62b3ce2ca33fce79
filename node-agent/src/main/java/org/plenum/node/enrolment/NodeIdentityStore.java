package org.plenum.node.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PkiException;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * Who this node is, in a folder: its profile and its credentials. The profile is written before the
 * credentials, so a node with credentials is completely enrolled.
 */
public final class NodeIdentityStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path profileFile;
  private final CredentialStore credentials;

  public NodeIdentityStore(Path folder) {
    this.profileFile = folder.resolve("node.json");
    this.credentials = new CredentialStore(folder);
  }

  /**
   * The identity, if the node is enrolled.
   *
   * @throws StartupException what is kept is damaged
   */
  public Optional<NodeIdentity> load() {
    try {
      Optional<Credentials> kept = credentials.load();
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      NodeProfile profile = JSON.readValue(profileFile.toFile(), NodeProfile.class);
      return Optional.of(new NodeIdentity(profile, kept.get()));
    } catch (IOException | PkiException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE, "The identity of this node cannot be read: " + e.getMessage(), e);
    }
  }

  /** Keeps a new identity. */
  void save(NodeIdentity identity) throws IOException {
    Files.createDirectories(profileFile.getParent());
    Path temporary = profileFile.resolveSibling("node.json.tmp");
    JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), identity.profile());
    Files.move(
        temporary,
        profileFile,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    credentials.save(identity.credentials());
  }

  /** Where the credentials are kept. */
  public CredentialStore credentials() {
    return credentials;
  }
}
