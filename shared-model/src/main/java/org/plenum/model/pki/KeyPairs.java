package org.plenum.model.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.math.ec.ECPoint;

/** Completes private keys with their public halves. */
public final class KeyPairs {
  private KeyPairs() {}

  /**
   * The pair that a private key belongs to.
   *
   * @throws PkiException if the key is too weak, or neither RSA nor ECDSA
   */
  public static KeyPair of(PrivateKey key) {
    KeyPolicy.objection(key)
        .ifPresent(
            objection -> {
              throw new PkiException(objection);
            });
    KeySpec publicHalf =
        switch (key) {
          case RSAPrivateCrtKey rsa ->
              new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
          case ECPrivateKey elliptic -> publicHalf(elliptic);
          default -> throw new PkiException("the public half of the private key is missing");
        };
    try {
      return new KeyPair(
          KeyFactory.getInstance(key.getAlgorithm()).generatePublic(publicHalf), key);
    } catch (GeneralSecurityException e) {
      throw new PkiException("the public half of the private key cannot be made", e);
    }
  }

  private static KeySpec publicHalf(ECPrivateKey key) {
    ECParameterSpec curve = key.getParams();
    ECPoint point = EC5Util.convertSpec(curve).getG().multiply(key.getS()).normalize();
    return new ECPublicKeySpec(EC5Util.convertPoint(point), curve);
  }
}
