package org.plenum.model.pki;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Decodes private keys of the forms PKCS#1 and SEC1, plain or encrypted with a DEK-Info header, and
 * encrypted PKCS#8 (RFC 5958).
 */
final class PrivateKeyDecoder {
  /** Key derivation beyond these would let an uploaded file keep the service busy. */
  private static final int MAX_ITERATIONS = 10_000_000;

  private static final int MAX_SCRYPT_BYTES = 256 * 1024 * 1024;
  private static final int MAX_SCRYPT_PARALLEL = 16;

  private final Optional<char[]> passphrase;

  PrivateKeyDecoder(Optional<char[]> passphrase) {
    this.passphrase = passphrase;
  }

  PrivateKeyInfo decode(PemObject object) throws IOException {
    Object parsed = parse(object);
    return switch (parsed) {
      case PEMKeyPair plain -> plain.getPrivateKeyInfo();
      case PEMEncryptedKeyPair encrypted -> decrypt(encrypted);
      case PKCS8EncryptedPrivateKeyInfo encrypted -> decrypt(encrypted);
      default -> throw new PemException("unsupported private key");
    };
  }

  private static Object parse(PemObject object) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(object);
    }
    try (PEMParser parser = new PEMParser(new StringReader(text.toString()))) {
      return parser.readObject();
    }
  }

  private PrivateKeyInfo decrypt(PEMEncryptedKeyPair encrypted) {
    char[] secret = requirePassphrase();
    try {
      return encrypted
          .decryptKeyPair(
              new JcePEMDecryptorProviderBuilder().setProvider(provider()).build(secret))
          .getPrivateKeyInfo();
    } catch (IOException | RuntimeException e) {
      throw wrongPassphrase(e);
    }
  }

  private PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted) {
    char[] secret = requirePassphrase();
    requireBoundedWork(encrypted.getEncryptionAlgorithm());
    try {
      return encrypted.decryptPrivateKeyInfo(
          new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(provider()).build(secret));
    } catch (PKCSException | RuntimeException e) {
      throw wrongPassphrase(e);
    }
  }

  private char[] requirePassphrase() {
    return passphrase.orElseThrow(
        () -> new PemException("the private key is encrypted and needs a passphrase"));
  }

  private static PemException wrongPassphrase(Exception cause) {
    return new PemException(
        "the private key cannot be decrypted: wrong passphrase or unsupported encryption", cause);
  }

  /** Old encryptions of keys are not known to Java's own providers. Not registered globally. */
  private static Provider provider() {
    return new BouncyCastleProvider();
  }

  private static void requireBoundedWork(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      requireIterations(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
      return;
    }
    KeyDerivationFunc derivation =
        PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
    ASN1Encodable parameters = derivation.getParameters();
    if (derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
      ScryptParams scrypt = ScryptParams.getInstance(parameters);
      BigInteger memory =
          scrypt
              .getCostParameter()
              .multiply(scrypt.getBlockSize())
              .multiply(BigInteger.valueOf(128));
      requireAtMost(memory, MAX_SCRYPT_BYTES);
      requireAtMost(scrypt.getParallelizationParameter(), MAX_SCRYPT_PARALLEL);
    } else {
      requireIterations(PBKDF2Params.getInstance(parameters).getIterationCount());
    }
  }

  private static void requireIterations(BigInteger iterations) {
    requireAtMost(iterations, MAX_ITERATIONS);
  }

  private static void requireAtMost(BigInteger cost, long limit) {
    if (cost.signum() < 0 || cost.compareTo(BigInteger.valueOf(limit)) > 0) {
      throw new PemException("the encryption of the private key asks for too much work");
    }
  }
}
