package org.plenum.management.console;

import io.grpc.Context;
import io.grpc.Status;
import java.util.Optional;
import java.util.UUID;
import org.plenum.management.session.Session;
import org.plenum.model.access.Permissions;

/**
 * Who makes a call.
 *
 * @param console console whose certificate was presented
 * @param address IP address that the call comes from
 * @param session who is logged in there; empty for a log-in
 * @param permissions what that administrator may do, as of now
 */
record Caller(UUID console, String address, Optional<Session> session, Permissions permissions) {
  private static final Context.Key<Caller> KEY = Context.key("caller");

  /** The present call's. */
  static Caller current() {
    Caller caller = KEY.get();
    if (caller == null) {
      throw new IllegalStateException("the call has not passed the authentication");
    }
    return caller;
  }

  /** A context in which this is the caller. */
  Context context() {
    return Context.current().withValue(KEY, this);
  }

  /** The session, which every call but a log-in has. */
  Session loggedIn() {
    return session.orElseThrow(Status.UNAUTHENTICATED::asRuntimeException);
  }

  /** Name of the account, for the audit trail. */
  String username() {
    return loggedIn().username();
  }
}
