package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.Pkcs12Exception.Problem;

@Tag("SYS-054")
class Pkcs12FileTest {
  private static final String PASSWORD = "opens the file";

  @TempDir Path folder;
  private KeyStore store;

  @BeforeEach
  void emptyFile() throws GeneralSecurityException, IOException {
    store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
  }

  private static Credentials credentials(String name) {
    return new SelfSignedCertificate(InstantSource.system())
        .create(KeyType.EC_P256, name, SubjectNames.of("localhost"));
  }

  private void addKey(Credentials one) throws GeneralSecurityException {
    store.setKeyEntry(
        one.certificate().getSubjectX500Principal().getName(),
        one.privateKey(),
        PASSWORD.toCharArray(),
        one.chain().toArray(X509Certificate[]::new));
  }

  private Path file() throws GeneralSecurityException, IOException {
    Path file = folder.resolve("user.p12");
    try (OutputStream output = Files.newOutputStream(file)) {
      store.store(output, PASSWORD.toCharArray());
    }
    return file;
  }

  private static void assertProblem(Problem problem, Path file, String password) {
    assertThatThrownBy(() -> Pkcs12File.read(file, password))
        .isInstanceOfSatisfying(
            Pkcs12Exception.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void givesTheKeyWithItsCertificate() throws Exception {
    Credentials alice = credentials("alice");
    addKey(alice);
    store.setCertificateEntry("authority", credentials("authority").certificate());

    assertThat(Pkcs12File.read(file(), PASSWORD)).isEqualTo(alice);
  }

  @Test
  void saysWhyThereAreNoCredentials() throws Exception {
    assertProblem(Problem.UNREADABLE, folder.resolve("absent"), PASSWORD);
    assertProblem(
        Problem.UNREADABLE, Files.writeString(folder.resolve("text"), "no file"), PASSWORD);
    Path large = Files.write(folder.resolve("large"), new byte[2 * 1024 * 1024]);
    assertProblem(Problem.UNREADABLE, large, PASSWORD);
    assertProblem(Problem.NO_SINGLE_KEY, file(), PASSWORD);
    addKey(credentials("alice"));
    assertProblem(Problem.WRONG_PASSWORD, file(), "wrong");
    addKey(credentials("bob"));
    assertProblem(Problem.NO_SINGLE_KEY, file(), PASSWORD);
  }

  @Test
  void takesNoDamageFromAFileThatIsCutOff() throws Exception {
    addKey(credentials("alice"));
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 97) {
      Path part = Files.write(folder.resolve("part"), java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Pkcs12File.read(part, PASSWORD)).isInstanceOf(Pkcs12Exception.class);
    }
  }
}
