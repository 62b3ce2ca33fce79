package org.plenum.management.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.KeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.plenum.model.pki.PemBundle;

/** Private keys as tools write them that protect them with a passphrase. */
public final class EncryptedKeys {
  private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private EncryptedKeys() {}

  /** The key in encrypted PKCS#8. */
  public static String encrypt(String privateKeyPem, String passphrase) {
    try {
      KeySpec secret = new PBEKeySpec(passphrase.toCharArray());
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(
          Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(ALGORITHM).generateSecret(secret));
      byte[] encrypted =
          cipher.doFinal(PemBundle.parse(privateKeyPem).onlyPrivateKey().getEncoded());
      byte[] content = new EncryptedPrivateKeyInfo(cipher.getParameters(), encrypted).getEncoded();
      return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
          + LINES.encodeToString(content)
          + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
