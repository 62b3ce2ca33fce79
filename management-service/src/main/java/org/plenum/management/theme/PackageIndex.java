package org.plenum.management.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is kept of a package: its files by name, and under which digests they are kept themselves.
 * Themes that share files share what is stored. Packages that earlier releases have kept are ZIP
 * archives.
 *
 * @param digests by file name
 */
record PackageIndex(Map<String, String> digests) {
  /** One line for each file: digest, space, name. */
  byte[] toBytes() {
    return digests.entrySet().stream()
        .map(file -> file.getValue() + " " + file.getKey() + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of a file in hexadecimal form. */
  static String digestOf(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /** Reads what was kept; empty if it is an archive. */
  static Optional<PackageIndex> read(byte[] stored) {
    if (stored.length > 1 && stored[0] == 'P' && stored[1] == 'K') {
      return Optional.empty();
    }
    Map<String, String> digests =
        new String(stored, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split(" ", 2))
            .map(parts -> Map.entry(parts[1], parts[0]))
            .collect(
                Collectors.toMap(Entry::getKey, Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    return Optional.of(new PackageIndex(digests));
  }
}
