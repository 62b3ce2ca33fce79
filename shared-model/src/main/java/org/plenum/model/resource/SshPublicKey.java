package org.plenum.model.resource;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The binary form of SSH public keys (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709). */
final class SshPublicKey {
  private static final int MIN_RSA_BITS = 2048;
  private static final int ED25519_LENGTH = 32;
  private static final byte UNCOMPRESSED_POINT = 4;
  private static final String DAMAGED = "This is not the public key of an SSH key pair.";

  private SshPublicKey() {}

  /** What is wrong with the Base64 text of a key. */
  static Optional<String> problem(SshKeyType type, String base64) {
    if (base64.indexOf(' ') >= 0) {
      return Optional.of("Enter the middle part of the key only, without type and comment.");
    }
    try {
      ByteBuffer content = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      String algorithm = new String(next(content), StandardCharsets.US_ASCII);
      if (!algorithm.equals(type.wire())) {
        return Optional.of("The key is not of type " + type.wire() + ".");
      }
      Optional<String> problem = problem(type, content);
      return problem.isEmpty() && content.hasRemaining() ? Optional.of(DAMAGED) : problem;
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.of(DAMAGED);
    }
  }

  private static Optional<String> problem(SshKeyType type, ByteBuffer content) {
    return switch (type) {
      case RSA -> rsa(content);
      case ECDSA_256 -> ecdsa(content, "nistp256", 32);
      case ECDSA_384 -> ecdsa(content, "nistp384", 48);
      case ECDSA_521 -> ecdsa(content, "nistp521", 66);
      case ED25519 -> unless(next(content).length == ED25519_LENGTH, DAMAGED);
    };
  }

  private static Optional<String> rsa(ByteBuffer content) {
    byte[] exponent = next(content);
    byte[] modulus = next(content);
    if (exponent.length == 0 || modulus.length == 0) {
      return Optional.of(DAMAGED);
    }
    return unless(
        new BigInteger(1, modulus).bitLength() >= MIN_RSA_BITS,
        "An RSA key must have at least 2048 bits.");
  }

  private static Optional<String> ecdsa(ByteBuffer content, String curve, int coordinate) {
    String named = new String(next(content), StandardCharsets.US_ASCII);
    byte[] point = next(content);
    return unless(
        named.equals(curve) && point.length == 1 + 2 * coordinate && point[0] == UNCOMPRESSED_POINT,
        DAMAGED);
  }

  private static Optional<String> unless(boolean rule, String problem) {
    return rule ? Optional.empty() : Optional.of(problem);
  }

  /** A string of the SSH protocol: its length in four octets, then its octets. */
  private static byte[] next(ByteBuffer content) {
    int length = content.getInt();
    if (length < 0 || length > content.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[length];
    content.get(octets);
    return octets;
  }
}
