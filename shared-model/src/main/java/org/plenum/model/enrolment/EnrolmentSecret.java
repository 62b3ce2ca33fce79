package org.plenum.model.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The random secret with which a node enrols: 256 bits as base64url.
 *
 * <p>The management service stores only its SHA-256. A slow, salted hash would add nothing: those
 * make guessing a human's password expensive, while 256 random bits cannot be guessed at any speed.
 */
public final class EnrolmentSecret {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  /**
   * A secret that was received.
   *
   * @throws IllegalArgumentException if it is not 43 characters of base64url
   */
  @JsonCreator
  public EnrolmentSecret(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("secret must be 43 characters of base64url");
    }
    this.value = value;
  }

  /** A new secret. */
  public static EnrolmentSecret generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new EnrolmentSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The secret itself: for the document and the request only. */
  @JsonValue
  public String value() {
    return value;
  }

  /** What to store: SHA-256 in hexadecimal. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /** Whether this is the secret of a stored hash; takes the same time wherever they differ. */
  public boolean hasHash(String stored) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
  }

  /** In constant time as well. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EnrolmentSecret secret && secret.hasHash(hash());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Does not show the secret. */
  @Override
  public String toString() {
    return "EnrolmentSecret[hidden]";
  }
}
