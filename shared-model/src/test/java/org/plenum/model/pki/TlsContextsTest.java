package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

/** Handshakes between the two sides of a connection in memory, with the real TLS of Java. */
class TlsContextsTest {
  private final CertificateAuthority authority =
      CertificateAuthority.create("Plenum CA", InstantSource.system());
  private final Credentials management =
      authority.issueWithNewKey(new Management(), SubjectNames.of("manager.example.org"));
  private final Credentials node =
      authority.issueWithNewKey(new Node(7), SubjectNames.of("192.0.2.7"));
  private final Credentials console =
      authority.issueWithNewKey(new Console(UUID.randomUUID()), SubjectNames.NONE);

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void membersOfThePlatformIdentifyEachOther(String protocol) throws Exception {
    Handshake handshake =
        new Handshake(
            server(node, PeerRequirement.management()),
            client(management, PeerRequirement.node(7)));

    handshake.run(protocol);

    assertThat(handshake.clientSession().getProtocol()).isEqualTo(protocol);
    assertThat(PlatformIdentity.of(handshake.clientSession())).isEqualTo(new Node(7));
    assertThat(PlatformIdentity.of(handshake.serverSession())).isEqualTo(new Management());
  }

  @Test
  void serverIsKnownByItsUrnAndNotByTheHostNameThatIsAskedFor() throws Exception {
    Handshake handshake =
        new Handshake(
            server(node, PeerRequirement.management()),
            client(management, PeerRequirement.node(7)));

    // The certificate has neither this name nor this check's blessing; the URN is right.
    handshake.verifyHostName("not-in-the-certificate.example.org");
    handshake.run();

    assertThat(PlatformIdentity.of(handshake.clientSession())).isEqualTo(new Node(7));
  }

  @Test
  void anotherNodeUnderTheRightAddressIsRefused() {
    Handshake handshake =
        new Handshake(
            server(node, PeerRequirement.management()),
            client(management, PeerRequirement.node(8)));

    assertRefused(handshake, "the peer is urn:plenum:node:7, expected node 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void consoleIsRefusedWhereANodeIsRequired(String protocol) {
    Handshake handshake =
        new Handshake(
            server(management, PeerRequirement.anyNode()),
            client(console, PeerRequirement.management()));

    assertThatThrownBy(() -> handshake.run(protocol))
        .isInstanceOf(SSLException.class)
        .rootCause()
        .hasMessageContaining("expected a node");
  }

  @Test
  void consoleCannotPoseAsServer() {
    Handshake handshake =
        new Handshake(
            server(console, PeerRequirement.management()),
            client(management, PeerRequirement.anyConsole()));

    assertRefused(handshake, "Extended key usage");
  }

  @Test
  void otherAuthorityIsRefusedOnBothSides() {
    CertificateAuthority other = CertificateAuthority.create("Plenum CA", InstantSource.system());
    Credentials impostor = other.issueWithNewKey(new Node(7), SubjectNames.NONE);
    Credentials otherManagement = other.issueWithNewKey(new Management(), SubjectNames.NONE);

    assertThatThrownBy(
            () ->
                new Handshake(
                        server(impostor, PeerRequirement.management()),
                        client(management, PeerRequirement.node(7)))
                    .run())
        .isInstanceOf(SSLException.class);
    SSLContext trustsBoth =
        TlsContexts.plain(
            new ReloadableKeyManager(otherManagement),
            new PlatformTrustManager(authority.certificate(), PeerRequirement.node(7)));
    assertThatThrownBy(
            () -> new Handshake(server(node, PeerRequirement.management()), trustsBoth).run())
        .isInstanceOf(SSLException.class);
  }

  @Test
  void publicAuthoritiesPlayNoPart() {
    PlatformTrustManager trust =
        new PlatformTrustManager(authority.certificate(), PeerRequirement.anyNode());

    assertThat(trust.getAcceptedIssuers()).containsExactly(authority.certificate());
  }

  @Test
  void clientWithoutCertificateIsRefused() {
    SSLContext anonymous =
        TlsContexts.plain(
            null, new PlatformTrustManager(authority.certificate(), PeerRequirement.node(7)));

    assertRefused(
        new Handshake(server(node, PeerRequirement.management()), anonymous),
        "Empty client certificate chain");
  }

  @Test
  void expiredCertificateIsRefused() {
    CertificateAuthority longAgo =
        CertificateAuthority.create(
            "Plenum CA", InstantSource.fixed(Instant.now().minus(Duration.ofDays(400))));
    Credentials expired = longAgo.issueWithNewKey(new Node(7), SubjectNames.NONE);
    PlatformTrustManager trust =
        new PlatformTrustManager(longAgo.certificate(), PeerRequirement.node(7));

    assertThatThrownBy(() -> trust.checkServerTrusted(chain(expired), "ECDHE_ECDSA"))
        .isInstanceOf(CertificateException.class)
        .rootCause()
        .isInstanceOf(java.security.cert.CertificateExpiredException.class);
    assertThatThrownBy(
            () ->
                new Handshake(
                        server(expired, PeerRequirement.management()),
                        TlsContexts.plain(new ReloadableKeyManager(management), trust))
                    .run())
        .isInstanceOf(SSLException.class);
  }

  @Test
  void certificateWithoutIdentityIsRefusedThoughTheAuthorityIssuedIt() {
    KeyPair keys = KeyType.EC_P256.generate();
    X509Certificate anonymous =
        new CertificateBuilder(
                "someone",
                keys.getPublic(),
                CertificateLifetime.startingAt(Instant.now(), Duration.ofDays(1)))
            .forServers()
            .signedBy(authority.credentials());
    Credentials credentials =
        new Credentials(keys.getPrivate(), List.of(anonymous, authority.certificate()));

    assertRefused(
        new Handshake(
            server(credentials, PeerRequirement.management()),
            client(management, PeerRequirement.anyNode())),
        "a platform certificate has one URI name");
  }

  @Test
  void memberThatIsTakenOffTheLiveListIsRefusedFromThenOn() throws Exception {
    Set<PlatformIdentity> known = ConcurrentHashMap.newKeySet();
    known.add(new Node(7));
    PeerRequirement listed = PeerRequirement.anyNode().and("that is known", known::contains);
    SSLContext server = server(management, listed);

    new Handshake(server, client(node, PeerRequirement.management())).run();
    known.clear();

    assertRefused(
        new Handshake(server, client(node, PeerRequirement.management())),
        "expected a node that is known");
  }

  @Test
  void reloadedCredentialsArePresentedByTheNextHandshake() throws Exception {
    ReloadableKeyManager keys = new ReloadableKeyManager(node);
    SSLContext server =
        TlsContexts.plain(
            keys, new PlatformTrustManager(authority.certificate(), PeerRequirement.management()));
    Credentials renewed = authority.issueWithNewKey(new Node(7), SubjectNames.NONE);

    Handshake before = new Handshake(server, client(management, PeerRequirement.node(7)));
    before.run();
    keys.reload(renewed);
    Handshake after = new Handshake(server, client(management, PeerRequirement.node(7)));
    after.run();

    assertThat(shownBy(before.clientSession())).isEqualTo(node.certificate());
    assertThat(shownBy(after.clientSession())).isEqualTo(renewed.certificate());
  }

  @Test
  void reloadInTheMiddleOfAHandshakeDoesNotMixKeyAndCertificate() {
    ReloadableKeyManager keys = new ReloadableKeyManager(node);
    String chosen = keys.chooseEngineServerAlias("EC", null, null);
    keys.reload(authority.issueWithNewKey(new Node(7), SubjectNames.NONE));

    assertThat(keys.getPrivateKey(chosen)).isEqualTo(node.privateKey());
    assertThat(keys.getCertificateChain(chosen)).startsWith(node.certificate());
  }

  @Test
  void reloadMayChangeTheKindOfKey() throws Exception {
    SelfSignedCertificate maker = new SelfSignedCertificate(InstantSource.system());
    Credentials rsa = maker.create(KeyType.RSA_2048, "a", SubjectNames.of("a"));
    Credentials elliptic = maker.create(KeyType.EC_P256, "b", SubjectNames.of("b"));
    ReloadableKeyManager keys = new ReloadableKeyManager(rsa);
    SSLContext server = TlsContexts.plain(keys, null);

    for (Credentials expected : List.of(rsa, elliptic)) {
      keys.reload(expected);
      SSLContext pinning =
          TlsContexts.plain(
              null, new PinnedTrustManager(CertificateFingerprint.of(expected.certificate())));
      Handshake handshake = new Handshake(server, pinning);
      handshake.serverAsksForNoCertificate();
      handshake.run();
      assertThat(shownBy(handshake.clientSession())).isEqualTo(expected.certificate());
    }
  }

  @Test
  void pinnedServerIsRefusedWhenItsCertificateChanges() {
    SSLContext pinning =
        TlsContexts.plain(
            null, new PinnedTrustManager(CertificateFingerprint.of(node.certificate())));
    Handshake handshake =
        new Handshake(TlsContexts.plain(new ReloadableKeyManager(management), null), pinning);
    handshake.serverAsksForNoCertificate();

    assertRefused(handshake, "the server's certificate has changed");
  }

  @Test
  void oldProtocolsAndCiphersAreOff() {
    ReloadableKeyManager own = new ReloadableKeyManager(node);
    PlatformTrustManager peers =
        new PlatformTrustManager(authority.certificate(), PeerRequirement.management());
    for (var context :
        List.of(TlsContexts.grpcServer(own, peers), TlsContexts.grpcClient(own, peers))) {
      var engine = context.newEngine(io.netty.buffer.ByteBufAllocator.DEFAULT);

      assertThat(engine.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
      assertThat(engine.getEnabledCipherSuites())
          .isNotEmpty()
          .allMatch(suite -> suite.contains("_GCM_") || suite.contains("_CHACHA20_"));
      assertThat(engine.getNeedClientAuth()).isEqualTo(context.isServer());
    }
    String[] plain = TlsContexts.plain(own, peers).createSSLEngine().getEnabledCipherSuites();
    assertThat(Arrays.toString(plain)).doesNotContain("3DES", "MD5", "_NULL_", "_anon_");
  }

  private SSLContext server(Credentials own, PeerRequirement peer) {
    return client(own, peer);
  }

  private SSLContext client(Credentials own, PeerRequirement peer) {
    return TlsContexts.plain(
        new ReloadableKeyManager(own), new PlatformTrustManager(authority.certificate(), peer));
  }

  private static void assertRefused(Handshake handshake, String reason) {
    assertThatThrownBy(handshake::run)
        .isInstanceOf(SSLException.class)
        .hasStackTraceContaining(reason);
  }

  private static X509Certificate[] chain(Credentials credentials) {
    return credentials.chain().toArray(X509Certificate[]::new);
  }

  private static X509Certificate shownBy(SSLSession session) throws IOException {
    return (X509Certificate) session.getPeerCertificates()[0];
  }
}
