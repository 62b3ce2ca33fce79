package org.plenum.management.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plenum.model.collection.BoundedMap;

/**
 * Remembers for a short time which name and proof (a password, or what stands for a certificate)
 * belonged together, since every request of the API carries both, Argon2 is slow on purpose, and so
 * are directories. Proofs are kept as codes under a key that only this process knows. Bounded; safe
 * for several threads.
 */
final class VerifiedLogins {
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int MAX_ENTRIES = 1_000;
  private static final String ALGORITHM = "HmacSHA256";

  private final InstantSource clock;
  private final SecretKeySpec key;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Verified> entries = BoundedMap.byAge(MAX_ENTRIES);

  private record Verified(Identity identity, Instant until) {}

  VerifiedLogins(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  Optional<Identity> find(String username, String proof) {
    String code = code(username, proof);
    lock.lock();
    try {
      Verified known = entries.get(code);
      return known != null && clock.instant().isBefore(known.until())
          ? Optional.of(known.identity())
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  void add(String username, String proof, Identity identity) {
    String code = code(username, proof);
    lock.lock();
    try {
      entries.put(code, new Verified(identity, clock.instant().plus(LIFETIME)));
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      entries.clear();
    } finally {
      lock.unlock();
    }
  }

  private String code(String username, String proof) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] name = username.getBytes(StandardCharsets.UTF_8);
      mac.update((byte) (name.length >> 8));
      mac.update((byte) name.length);
      mac.update(name);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(proof.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
    }
  }
}
