package org.plenum.node.routing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plenum.model.config.Addresses;
import org.plenum.model.resource.BreakInAllowListAddress;
import org.plenum.model.resource.BreakInProtection;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.SystemLocation;

/**
 * Keeps out who guesses aliases, and keeps a service shut whose PIN is being guessed: for as long
 * as there were more wrong attempts in the last ten minutes than the global settings allow.
 * Networks of the allow list are not counted and not kept out. Each node counts for itself.
 * Thread-safe.
 */
final class BreakInDefence {
  /** An IPv6 caller has as many addresses as it likes; its network has one prefix. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private final NodeConfiguration configuration;
  private final RecentFailures<InetAddress> wrongAliases;
  private final RecentFailures<Long> wrongPins;

  BreakInDefence(NodeConfiguration configuration, InstantSource clock) {
    this.configuration = configuration;
    this.wrongAliases = new RecentFailures<>(clock);
    this.wrongPins = new RecentFailures<>(clock);
  }

  /** Notes that somebody dialled an alias that leads nowhere. */
  void wrongAlias(InetSocketAddress caller) {
    if (checksAliases() && !mayGuessAliases(caller)) {
      wrongAliases.add(network(caller.getAddress()));
    }
  }

  /** Whether too many wrong aliases came from there. */
  boolean keepsOut(InetSocketAddress caller) {
    return checksAliases()
        && wrongAliases.count(network(caller.getAddress()))
            > configuration.global().bdpmMaxScanAttemptsPerWindow()
        && !mayGuessAliases(caller);
  }

  /** Notes a wrong PIN of a service. */
  void wrongPin(long service, InetSocketAddress caller) {
    if (checksPins() && !mayGuessPins(caller)) {
      wrongPins.add(service);
    }
  }

  /** Whether a service is shut to a caller since there were too many wrong PINs. */
  boolean keepsShut(long service, InetSocketAddress caller) {
    return checksPins()
        && wrongPins.count(service) > configuration.global().bdpmMaxPinFailuresPerWindow()
        && !mayGuessPins(caller);
  }

  private boolean checksAliases() {
    Global global = configuration.global();
    return switch (here(location -> location.bdpmScanQuarantineEnabled())) {
      case GLOBAL -> global.bdpmScanQuarantineEnabled();
      case ON -> true;
      case OFF -> false;
    };
  }

  private boolean checksPins() {
    Global global = configuration.global();
    return switch (here(location -> location.bdpmPinChecksEnabled())) {
      case GLOBAL -> global.bdpmPinChecksEnabled();
      case ON -> true;
      case OFF -> false;
    };
  }

  private BreakInProtection here(Function<SystemLocation, BreakInProtection> setting) {
    return configuration
        .location()
        .map(location -> setting.apply(location.value()))
        .orElse(BreakInProtection.GLOBAL);
  }

  private boolean mayGuessAliases(InetSocketAddress caller) {
    return isListed(caller, BreakInAllowListAddress::ignoreIncorrectAliases);
  }

  private boolean mayGuessPins(InetSocketAddress caller) {
    return isListed(caller, BreakInAllowListAddress::ignoreIncorrectPins);
  }

  private boolean isListed(
      InetSocketAddress caller, Predicate<BreakInAllowListAddress> permission) {
    return configuration.allowList().stream()
        .filter(permission)
        .anyMatch(
            network ->
                Addresses.isInNetwork(caller.getAddress(), network.address(), network.prefix()));
  }

  private static InetAddress network(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
