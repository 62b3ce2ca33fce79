package org.plenum.model.routing;

import java.util.Optional;
import org.plenum.model.config.Ref;
import org.plenum.model.resource.SystemLocation;

/**
 * A call whose destination is looked for.
 *
 * @param destination alias as received, or as a conference wants to dial it
 * @param direction whether the call arrives or is placed by a conference
 * @param protocol protocol in which it arrived; without meaning for outgoing calls
 * @param location location of the node that handles the call, or where an outgoing one starts
 * @param registered whether the caller is registered to the platform
 * @param webApp whether the caller is the web app, which never counts as registered
 */
public record CallRequest(
    String destination,
    Direction direction,
    CallProtocol protocol,
    Optional<Ref<SystemLocation>> location,
    boolean registered,
    boolean webApp) {

  /** Where a call comes from. */
  public enum Direction {
    INCOMING,
    /** Placed by a conference with automatic routing. */
    OUTGOING
  }

  /** A call that arrives from a device that is not registered. */
  public static CallRequest incoming(
      String destination, CallProtocol protocol, Ref<SystemLocation> location) {
    return new CallRequest(
        destination, Direction.INCOMING, protocol, Optional.of(location), false, false);
  }
}
