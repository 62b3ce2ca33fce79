package org.plenum.node.routing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.plenum.model.resource.Conference;
import org.plenum.node.conference.Role;

/**
 * Which role a caller gets by the PIN in its dial string, or by having none (SVX-103 to SVX-106,
 * SVX-114 to SVX-116).
 */
final class PinCheck {

  /** What the check came to. */
  enum Outcome {
    /** No PIN was needed. */
    OPEN,
    /** The PIN was right. */
    CORRECT,
    /** The PIN was wrong. */
    INCORRECT,
    /** A PIN is needed and there was none. */
    MISSING
  }

  /**
   * Outcome and role.
   *
   * @param role of a caller who may go in
   */
  record Result(Outcome outcome, Optional<Role> role) {}

  private PinCheck() {}

  /**
   * Checks a PIN.
   *
   * @param dialled digits behind the alias, if any
   */
  static Result check(Conference service, Optional<String> dialled) {
    if (service.pin().isEmpty()) {
      // SVX-103: without PINs everybody is Host; digits that nobody asked for do no harm.
      return new Result(Outcome.OPEN, Optional.of(Role.HOST));
    }
    if (dialled.isPresent()) {
      return checkDigits(service, dialled.get());
    }
    boolean guestsAreFree = service.allowGuests() && service.guestPin().isEmpty();
    return guestsAreFree
        ? new Result(Outcome.OPEN, Optional.of(Role.GUEST))
        : new Result(Outcome.MISSING, Optional.empty());
  }

  private static Result checkDigits(Conference service, String digits) {
    if (matches(service.pin(), digits)) {
      return new Result(Outcome.CORRECT, Optional.of(Role.HOST));
    }
    boolean guest =
        service.allowGuests()
            && !service.guestPin().isEmpty()
            && matches(service.guestPin(), digits);
    return guest
        ? new Result(Outcome.CORRECT, Optional.of(Role.GUEST))
        : new Result(Outcome.INCORRECT, Optional.empty());
  }

  /** SVX-116: the # that ends a PIN is not dialled. The time taken does not tell how much fits. */
  private static boolean matches(String pin, String digits) {
    String wanted = pin.endsWith("#") ? pin.substring(0, pin.length() - 1) : pin;
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
  }
}
