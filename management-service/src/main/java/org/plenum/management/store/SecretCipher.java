package org.plenum.management.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * Encrypts secret values at rest with AES-256-GCM. The key lies in a file of its own, readable by
 * its owner only, so that a copy of the database alone gives no secret away. Safe for several
 * threads.
 */
public final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  private SecretCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /**
   * Uses the key in the file, making one if there is none.
   *
   * @throws StartupException if the file cannot be read or is no key
   */
  public static SecretCipher withKeyIn(Path file) {
    SecureRandom random = new SecureRandom();
    try {
      if (Files.notExists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        writeForced(file, fresh);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != KEY_BYTES) {
        throw unusable("The key file %s is damaged.".formatted(file), null);
      }
      return new SecretCipher(new SecretKeySpec(bytes, "AES"), random);
    } catch (IOException e) {
      throw unusable("The key file %s cannot be read or written.".formatted(file), e);
    }
  }

  /**
   * Encrypts a text.
   *
   * @param place where the text is kept; needed again to decrypt it, so that it cannot be moved
   */
  public String encrypt(String plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, place, plain.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
  }

  /**
   * Decrypts what {@link #encrypt} made.
   *
   * @throws StoreException if it was made with another key, for another place, or was altered
   */
  public String decrypt(String encrypted, String place) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encrypted);
    } catch (IllegalArgumentException e) {
      throw new StoreException("The secret in " + place + " is damaged.", e);
    }
    if (bytes.length <= NONCE_BYTES) {
      throw new StoreException("The secret in " + place + " is damaged.");
    }
    byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
    byte[] sealed = java.util.Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    return new String(run(Cipher.DECRYPT_MODE, nonce, place, sealed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String place, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new StoreException("The secret in " + place + " does not fit the key file.", e);
    }
  }

  /** Written aside and moved, so that a crash never leaves a short key under the final name. */
  private static void writeForced(Path file, byte[] bytes) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    try (FileChannel channel =
        FileChannel.open(
            aside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            DataFolder.ownerOnly(aside, "rw-------"))) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static StartupException unusable(
      String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
    return cause == null
        ? new StartupException(ExitCode.DATA_UNUSABLE, sentence)
        : new StartupException(ExitCode.DATA_UNUSABLE, sentence, cause);
  }
}
