package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether an account of Active Directory may be used. The directory sees to that itself where it
 * checks a password; where a certificate takes the place of one, nobody else does.
 *
 * @param flags bits of {@code userAccountControl}
 * @param expires {@code accountExpires}, in 100 ns since 1601; 0 and the greatest number: never
 */
record AccountState(long flags, long expires) {
  /** Attributes that say so; other directories do not have them. */
  static final List<String> ATTRIBUTES = List.of("userAccountControl", "accountExpires");

  private static final Instant EPOCH = Instant.parse("1601-01-01T00:00:00Z");
  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final long DISABLED = 0x2;
  private static final long NEVER = Long.MAX_VALUE;

  /** What a record says. */
  static AccountState of(SearchResultEntry user) {
    return new AccountState(
        number(user, "userAccountControl", 0), number(user, "accountExpires", NEVER));
  }

  private static long number(SearchResultEntry user, String attribute, long otherwise) {
    Long number = user.getAttributeValueAsLong(attribute);
    return number == null ? otherwise : number;
  }

  /** Why the account may not be used now; empty if it may. */
  Optional<String> objection(Instant now) {
    if ((flags & DISABLED) != 0) {
      return Optional.of("is disabled");
    }
    if (expires > 0 && expires < NEVER && end().isBefore(now)) {
      return Optional.of("has expired");
    }
    return Optional.empty();
  }

  private Instant end() {
    return EPOCH.plus(Duration.ofSeconds(expires / TICKS_PER_SECOND));
  }
}
