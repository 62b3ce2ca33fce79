package org.plenum.model.pki;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Presents one set of credentials, which can be replaced while connections are served: new
 * handshakes use the new ones, established connections are not touched. Safe for several threads.
 */
public final class ReloadableKeyManager extends X509ExtendedKeyManager {
  private final AtomicReference<Generation> generation;

  /** Starts with {@code credentials}. */
  public ReloadableKeyManager(Credentials credentials) {
    generation = new AtomicReference<>(new Generation(1, credentials, null));
  }

  /** Presents {@code credentials} from the next handshake on. */
  public void reload(Credentials credentials) {
    generation.updateAndGet(
        old -> new Generation(old.number + 1, credentials, old.withoutPrevious()));
  }

  /** What is presented now. */
  public Credentials current() {
    return generation.get().credentials;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return Arrays.stream(keyTypes).anyMatch(this::fits) ? alias() : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return fits(keyType) ? alias() : null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineClientAlias(keyTypes, issuers, null);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return fits(keyType) ? new String[] {alias()} : null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return getClientAliases(keyType, issuers);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    Credentials named = generation.get().named(alias);
    return named == null ? null : named.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    Credentials named = generation.get().named(alias);
    return named == null ? null : named.privateKey();
  }

  private boolean fits(String keyType) {
    return current().privateKey().getAlgorithm().equals(keyType);
  }

  private String alias() {
    return generation.get().alias();
  }

  /**
   * A handshake asks for alias, chain and key one by one. The alias therefore names the generation,
   * and one older generation stays known, so that a reload in between does not mix two.
   */
  private record Generation(long number, Credentials credentials, @Nullable Generation previous) {
    String alias() {
      return Long.toString(number);
    }

    Generation withoutPrevious() {
      return new Generation(number, credentials, null);
    }

    @Nullable Credentials named(String alias) {
      if (alias.equals(alias())) {
        return credentials;
      }
      return previous == null ? null : previous.named(alias);
    }
  }
}
