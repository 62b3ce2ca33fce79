package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.PlatformIdentity.Node;

class CredentialStoreTest {
  private final CertificateAuthority authority =
      CertificateAuthority.create("CA", InstantSource.system());
  private final Credentials credentials = authority.issueWithNewKey(new Node(3), SubjectNames.NONE);

  @TempDir private Path parent;

  @Test
  void keepsKeyAndChain() throws Exception {
    CredentialStore store = store();
    assertThat(store.load()).isEmpty();

    store.save(credentials);

    assertThat(new CredentialStore(parent.resolve("identity")).load()).contains(credentials);
    try (Stream<Path> files = Files.list(parent.resolve("identity"))) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void onlyTheOwnerMayRead() throws Exception {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
    CredentialStore store = store();

    store.pendingKey(KeyType.EC_P256);
    assertThat(permissions(parent.resolve("identity/pending-key.pem"))).isEqualTo("rw-------");
    store.save(credentials);
    store.save(credentials);

    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(parent.resolve("identity"))).isEqualTo("rwx------");
  }

  @Test
  void replacesWhatWasKeptAndSurvivesALeftOverTemporaryFile() throws Exception {
    CredentialStore store = store();
    store.save(credentials);
    Files.writeString(file().resolveSibling("credentials.pem.tmp"), "half of a fi");
    Credentials renewed = authority.issueWithNewKey(new Node(3), SubjectNames.NONE);

    store.save(renewed);

    assertThat(store.load()).contains(renewed);
    assertThat(file().resolveSibling("credentials.pem.tmp")).doesNotExist();
  }

  @Test
  void pendingKeyStaysTheSameUntilItsCertificateIsSaved() {
    KeyPair first = store().pendingKey(KeyType.EC_P256);
    KeyPair again = store().pendingKey(KeyType.EC_P256);
    assertThat(again.getPrivate()).isEqualTo(first.getPrivate());
    assertThat(again.getPublic()).isEqualTo(first.getPublic());

    CertificateRequest request = CertificateRequest.create(again, "node");
    store()
        .save(
            new Credentials(
                again.getPrivate(), authority.issue(request, new Node(3), SubjectNames.NONE)));

    assertThat(store().pendingKey(KeyType.EC_P256).getPrivate()).isNotEqualTo(first.getPrivate());
  }

  @Test
  void damagedFileIsNamed() throws Exception {
    CredentialStore store = store();
    store.save(credentials);
    Files.writeString(file(), Files.readString(file()).substring(0, 300));

    assertThatThrownBy(store::load)
        .isInstanceOf(CredentialStoreException.class)
        .hasMessageContaining("credentials.pem is damaged");
  }

  @Test
  void foreignKeyIsNoticed() throws Exception {
    CredentialStore store = store();
    store.save(credentials);
    Files.writeString(
        file(),
        PemText.of(KeyType.EC_P256.generate().getPrivate()) + PemText.of(credentials.chain()));

    assertThatThrownBy(store::load).hasMessageContaining("same key pair");
  }

  @Test
  void unwritableFolderIsNamed() throws Exception {
    Path occupied = Files.writeString(parent.resolve("occupied"), "a file");

    assertThatThrownBy(() -> new CredentialStore(occupied).save(credentials))
        .isInstanceOf(CredentialStoreException.class)
        .hasMessageContaining("cannot write")
        .hasMessageContaining("occupied");
  }

  @Test
  void clearRemovesIdentityAndSecrets() {
    CredentialStore store = store();
    store.save(credentials);
    store.pendingKey(KeyType.EC_P256);

    store.clear();

    assertThat(store.load()).isEmpty();
    assertThat(parent.resolve("identity")).isEmptyDirectory();
  }

  private CredentialStore store() {
    return new CredentialStore(parent.resolve("identity"));
  }

  private Path file() {
    return parent.resolve("identity/credentials.pem");
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
