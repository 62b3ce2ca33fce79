package org.plenum.management.enrolment;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes consoles members of the platform and certifies them. A console's certificate opens the
 * console port and nothing more: what may be done there is decided by the log-in. Thread-safe.
 */
public final class ConsoleEnrolment {
  private static final Logger log = LoggerFactory.getLogger(ConsoleEnrolment.class);

  private final Memberships memberships;
  private final CertificateAuthority authority;
  private final InstantSource clock;

  /** Asked in handshakes, which must not wait for the database. */
  private final Set<UUID> members = ConcurrentHashMap.newKeySet();

  /** Knows the consoles that are members already. */
  public ConsoleEnrolment(
      Memberships memberships, CertificateAuthority authority, InstantSource clock) {
    this.memberships = memberships;
    this.authority = authority;
    this.clock = clock;
    members.addAll(memberships.consoles());
  }

  /** Whether a console is a member. Does not block. */
  public boolean isMember(PlatformIdentity peer) {
    return peer instanceof PlatformIdentity.Console(UUID id) && members.contains(id);
  }

  /**
   * Makes a console a member.
   *
   * @param name what administrators see in the list of consoles
   * @param username account that vouches for it
   * @return its certificate, then its issuer
   */
  public List<X509Certificate> enrol(CertificateRequest request, String name, String username) {
    UUID id = UUID.randomUUID();
    List<X509Certificate> chain = certify(id, request);
    memberships.addConsole(id, name, username, clock.instant());
    members.add(id);
    log.info("{} enrolled the console {} ({})", username, name, id);
    return chain;
  }

  /** Certifies a member anew. */
  public List<X509Certificate> renew(UUID id, CertificateRequest request) {
    List<X509Certificate> chain = certify(id, request);
    log.info("Renewed the certificate of console {}", id);
    return chain;
  }

  private List<X509Certificate> certify(UUID id, CertificateRequest request) {
    return authority.issue(request, new PlatformIdentity.Console(id), SubjectNames.NONE);
  }
}
