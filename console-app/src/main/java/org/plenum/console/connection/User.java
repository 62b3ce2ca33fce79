package org.plenum.console.connection;

import java.util.Set;
import org.plenum.rpc.console.LoginReply;

/**
 * The administrator who is logged in.
 *
 * @param name user name
 * @param roles {@code read-only}, {@code read-write}
 */
public record User(String name, Set<String> roles) {
  private static final String READ_WRITE = "read-write";

  /** Copies the roles. */
  public User {
    roles = Set.copyOf(roles);
  }

  /** From the answer to a log-in. */
  static User of(LoginReply reply) {
    return new User(reply.getUsername(), Set.copyOf(reply.getRolesList()));
  }

  /** Whether configuration and calls may be changed. */
  public boolean mayWrite() {
    return roles.contains(READ_WRITE);
  }
}
