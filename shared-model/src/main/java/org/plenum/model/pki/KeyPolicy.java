package org.plenum.model.pki;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which keys from outside the platform accepts: those that TLS in Java can use, not too weak. */
final class KeyPolicy {
  private static final int MIN_RSA_BITS = 2048;

  /** Larger ones cost so much time that a peer could keep the service busy with them. */
  private static final int MAX_RSA_BITS = 8192;

  private static final Set<EllipticCurve> CURVES =
      Stream.of("secp256r1", "secp384r1", "secp521r1")
          .map(KeyPolicy::curve)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ALGORITHMS = Set.of("RSA", "EC");

  private KeyPolicy() {}

  /** Why a public or private key is not accepted; empty if it is. */
  static Optional<String> objection(Key key) {
    if (!ALGORITHMS.contains(key.getAlgorithm())) {
      return Optional.of("keys must be RSA or ECDSA, not " + key.getAlgorithm());
    }
    return switch (key) {
      case RSAKey rsa -> objection(rsa.getModulus().bitLength());
      case ECKey elliptic when CURVES.contains(elliptic.getParams().getCurve()) -> Optional.empty();
      default -> Optional.of("ECDSA keys must be on the curve P-256, P-384 or P-521");
    };
  }

  private static Optional<String> objection(int rsaBits) {
    return rsaBits >= MIN_RSA_BITS && rsaBits <= MAX_RSA_BITS
        ? Optional.empty()
        : Optional.of(
            "RSA keys must have %d to %d bits, not %d"
                .formatted(MIN_RSA_BITS, MAX_RSA_BITS, rsaBits));
  }

  private static EllipticCurve curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
    } catch (GeneralSecurityException e) {
      throw new PkiException("this Java runtime does not know the curve " + name, e);
    }
  }
}
