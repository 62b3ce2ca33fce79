package org.plenum.model.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.plenum.model.pki.Pkcs12Exception.Problem;

/** A file with somebody's certificate and private key (RFC 7292), as browsers and PKIs give out. */
public final class Pkcs12File {
  private static final int MAX_BYTES = 1024 * 1024;

  private Pkcs12File() {}

  /**
   * The credentials in a file.
   *
   * @throws Pkcs12Exception saying why there are none
   */
  public static Credentials read(Path file, String password) throws Pkcs12Exception {
    KeyStore store = open(content(file), password.toCharArray());
    try {
      List<String> keys =
          Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
      if (keys.size() != 1) {
        throw new Pkcs12Exception(
            Problem.NO_SINGLE_KEY, "the file has %d private keys".formatted(keys.size()));
      }
      Certificate[] chain = store.getCertificateChain(keys.getFirst());
      if (chain == null) {
        throw new Pkcs12Exception(
            Problem.NO_SINGLE_KEY, "the certificate of the key is missing in the file");
      }
      return new Credentials(
          (PrivateKey) store.getKey(keys.getFirst(), password.toCharArray()), chain(chain));
    } catch (GeneralSecurityException | PkiException | ClassCastException e) {
      throw new Pkcs12Exception(Problem.UNREADABLE, "the key in the file cannot be used", e);
    }
  }

  private static byte[] content(Path file) throws Pkcs12Exception {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] content = input.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new Pkcs12Exception(Problem.UNREADABLE, file + " is larger than a certificate");
      }
      return content;
    } catch (IOException e) {
      throw new Pkcs12Exception(Problem.UNREADABLE, "cannot read " + file, e);
    }
  }

  private static KeyStore open(byte[] content, char[] password) throws Pkcs12Exception {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password);
      return store;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new Pkcs12Exception(Problem.WRONG_PASSWORD, "the password is wrong", e);
      }
      throw new Pkcs12Exception(Problem.UNREADABLE, "this is no PKCS #12 file", e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new Pkcs12Exception(Problem.UNREADABLE, "the file cannot be decoded", e);
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the store is loaded", e);
    }
  }

  private static List<X509Certificate> chain(Certificate[] certificates) {
    return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
  }
}
