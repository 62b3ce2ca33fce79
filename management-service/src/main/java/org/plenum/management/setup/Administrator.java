package org.plenum.management.setup;

/**
 * Name and password of the first administrator.
 *
 * @param username name, case sensitive
 * @param password password, case sensitive
 */
public record Administrator(String username, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return "Administrator[" + username + "]";
  }
}
