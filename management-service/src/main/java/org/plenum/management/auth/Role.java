package org.plenum.management.auth;

import java.util.Arrays;
import org.plenum.model.access.Permissions;

/** What a local account may do (SYS-060, SYS-064). */
public enum Role {
  /** See all configuration and status. */
  READ_ONLY("read-only", Permissions.READ_ONLY),
  /** Everything. */
  READ_WRITE("read-write", Permissions.ALL);

  private final String wire;
  private final Permissions permissions;

  Role(String wire, Permissions permissions) {
    this.wire = wire;
    this.permissions = permissions;
  }

  /** Name in the API and the store. */
  public String wire() {
    return wire;
  }

  /** What who has this role may do. */
  public Permissions permissions() {
    return permissions;
  }

  /** The role with this name; there is no other in the store. */
  public static Role of(String wire) {
    return Arrays.stream(values())
        .filter(role -> role.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no role " + wire));
  }
}
