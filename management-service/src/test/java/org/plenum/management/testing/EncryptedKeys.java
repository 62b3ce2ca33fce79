package org.plenum.management.testing;

import java.io.IOException;
import java.io.StringWriter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemWriter;
import org.plenum.model.pki.PemBundle;

/** Private keys as tools write them that protect them with a passphrase. */
public final class EncryptedKeys {
  private EncryptedKeys() {}

  /** The key in encrypted PKCS#8. */
  public static String encrypt(String privateKeyPem, String passphrase) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(
          new JcaPKCS8Generator(
              PemBundle.parse(privateKeyPem).onlyPrivateKey(),
              new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                  .setProvider(new BouncyCastleProvider())
                  .setPassword(passphrase.toCharArray())
                  .build()));
    } catch (IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }
}
