package org.plenum.model.pki;

import java.util.function.Predicate;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

/**
 * Whom to accept at the other end of a connection.
 *
 * @param description completes "expected …" in errors
 * @param accepted asked in each full handshake, on its thread: must not block. May consult a live
 *     list, so that a removed member is refused from then on
 */
public record PeerRequirement(String description, Predicate<PlatformIdentity> accepted) {
  /** The management service. */
  public static PeerRequirement management() {
    return new PeerRequirement("the management service", Management.class::isInstance);
  }

  /** Any node. */
  public static PeerRequirement anyNode() {
    return new PeerRequirement("a node", Node.class::isInstance);
  }

  /** One node. */
  public static PeerRequirement node(int id) {
    return new PeerRequirement("node " + id, new Node(id)::equals);
  }

  /** Any console. */
  public static PeerRequirement anyConsole() {
    return new PeerRequirement("a console", Console.class::isInstance);
  }

  /** Either of two. */
  public PeerRequirement or(PeerRequirement other) {
    return new PeerRequirement(
        description + " or " + other.description, accepted.or(other.accepted));
  }

  /** Only those that are on a live list too. */
  public PeerRequirement and(String condition, Predicate<PlatformIdentity> also) {
    return new PeerRequirement(description + " " + condition, accepted.and(also));
  }
}
