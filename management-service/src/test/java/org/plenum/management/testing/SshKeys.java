package org.plenum.management.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Public keys as OpenSSH writes them, without type and comment. */
public final class SshKeys {
  private SshKeys() {}

  /** An Ed25519 key; each number has its own. */
  public static String ed25519(int number) {
    byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(8 + type.length + 32)
                .putInt(type.length)
                .put(type)
                .putInt(32)
                .putInt(number)
                .array());
  }
}
