package org.plenum.model.licence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What tells one machine from another (SYS-265, SYS-266): a hash for each of several sources, such
 * as the address. The hashes tell nothing about the machine to whom does not know the installation:
 * they are keyed with its identity, which never leaves it. Immutable.
 *
 * @param hashes 64 hexadecimal digits by the name of the source
 */
public record MachineIdentity(Map<String, String> hashes) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAX_SOURCES = 16;
  private static final Pattern SOURCE = Pattern.compile("[a-z_]{1,32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Copies the map. */
  public MachineIdentity {
    if (hashes.isEmpty() || hashes.size() > MAX_SOURCES) {
      throw new IllegalArgumentException(
          "a machine has 1 to %d identifiers".formatted(MAX_SOURCES));
    }
    hashes.forEach(
        (source, hash) -> {
          if (!SOURCE.matcher(source).matches() || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("an identifier of the machine is malformed");
          }
        });
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /**
   * Hashes what is known about a machine.
   *
   * @param installation secret of the installation, itself one of the sources
   * @param facts values by source
   */
  public static MachineIdentity of(UUID installation, Map<String, String> facts) {
    Map<String, String> hashes = new TreeMap<>();
    hashes.put("installation", hash(installation, "installation", ""));
    facts.forEach((source, fact) -> hashes.put(source, hash(installation, source, fact)));
    return new MachineIdentity(hashes);
  }

  private static String hash(UUID key, String source, String fact) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.toString().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] text = (source + ":" + fact).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, e);
    }
  }

  /** Sources in which the two machines differ; none if it is the same machine. */
  public Set<String> differences(MachineIdentity other) {
    Set<String> sources = new TreeSet<>(hashes.keySet());
    sources.addAll(other.hashes.keySet());
    sources.removeIf(
        source ->
            hashes.containsKey(source) && hashes.get(source).equals(other.hashes.get(source)));
    return sources;
  }
}
