package org.plenum.model.resource;

import org.plenum.model.config.Check;

/** How the PINs of hosts and guests depend on each other (SVX-098 to SVX-102, SVC-069). */
final class PinRules {
  private PinRules() {}

  static void check(Check check, String pin, boolean allowGuests, String guestPin) {
    checkPresence(check, pin, allowGuests, guestPin);
    if (pin.isEmpty() || guestPin.isEmpty()) {
      return;
    }
    if (pin.equals(guestPin)) {
      check.reject("guest_pin", "The guest PIN must differ from the host PIN.");
    } else if (pin.endsWith("#") != guestPin.endsWith("#")) {
      check.reject("guest_pin", "Either both PINs end with #, or neither does.");
    } else if (!pin.endsWith("#") && pin.length() != guestPin.length()) {
      check.reject("guest_pin", "PINs without # must have the same number of digits.");
    }
  }

  /** Which of the PINs there must and may be; holds for PINs and for patterns that make them. */
  static void checkPresence(Check check, String pin, boolean allowGuests, String guestPin) {
    check.require(
        !allowGuests || !pin.isEmpty(), "pin", "A host PIN is needed if guests are allowed.");
    if (!guestPin.isEmpty()) {
      check.require(!pin.isEmpty(), "guest_pin", "A guest PIN needs a host PIN.");
      check.require(allowGuests, "guest_pin", "A guest PIN can be set only if guests are allowed.");
    }
  }
}
