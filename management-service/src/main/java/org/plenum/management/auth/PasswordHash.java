package org.plenum.management.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as the store keeps it: Argon2id (RFC 9106) in the usual text form, which carries the
 * parameters, so that they can be raised without making old hashes useless.
 *
 * @param memoryKib memory that a check takes
 * @param passes number of passes over it
 * @param salt random bytes
 * @param hash result
 */
record PasswordHash(int memoryKib, int passes, byte[] salt, byte[] hash) {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int MAX_MEMORY_KIB = 1024 * 1024;
  private static final int PASSES = 2;
  private static final int MAX_PASSES = 16;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,9}),t=([0-9]{1,4}),p=1"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Hashes a password with a new salt. Takes some tens of milliseconds. */
  static PasswordHash of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(
        MEMORY_KIB, PASSES, salt, compute(password, MEMORY_KIB, PASSES, salt, HASH_BYTES));
  }

  /** Reads the text form; empty if it is damaged. */
  static Optional<PasswordHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int memory = Integer.parseInt(form.group(1));
    int passes = Integer.parseInt(form.group(2));
    if (memory < 8 || memory > MAX_MEMORY_KIB || passes < 1 || passes > MAX_PASSES) {
      return Optional.empty();
    }
    Base64.Decoder decoder = Base64.getDecoder();
    try {
      return Optional.of(
          new PasswordHash(
              memory, passes, decoder.decode(form.group(3)), decoder.decode(form.group(4))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this is the password. Takes as long as hashing it. */
  boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(password, memoryKib, passes, salt, hash.length));
  }

  String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memoryKib, passes, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  private static byte[] compute(
      String password, int memoryKib, int passes, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] result = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
    return result;
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "PasswordHash[memoryKib=" + memoryKib + ", passes=" + passes + "]";
  }
}
