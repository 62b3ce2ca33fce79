package org.plenum.management.auth;

import java.util.Arrays;

/** What an account may do (SYS-060). */
public enum Role {
  /** See all configuration and status. */
  READ_ONLY("read-only"),
  /** Everything. */
  READ_WRITE("read-write");

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  /** Name in the API and the store. */
  public String wire() {
    return wire;
  }

  /** Whether who has this role may do what the other role is for. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role with this name; there is no other in the store. */
  public static Role of(String wire) {
    return Arrays.stream(values())
        .filter(role -> role.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no role " + wire));
  }
}
