package org.plenum.node.sip;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.IncomingCalls;
import org.plenum.node.call.MediaState;
import org.plenum.node.call.RejectReason;

/** Decides by the user part that was dialled, and records all events. */
final class FakeRouter implements IncomingCalls {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<CallIdentity> identities = new CopyOnWriteArrayList<>();

  List<String> events() {
    return events;
  }

  List<CallIdentity> identities() {
    return identities;
  }

  @Override
  public void onIncoming(CallLeg leg) {
    identities.add(leg.identity());
    leg.listen(new Recorder(leg));
    String dialled = leg.identity().dialledAlias();
    switch (dialled.substring(0, dialled.indexOf('@'))) {
      case "meet", "bye" -> {
        leg.ring();
        leg.answer();
      }
      case "ringing" -> leg.ring();
      case "broken" -> throw new IllegalStateException("a broken router");
      default -> leg.reject(RejectReason.CONFERENCE_NOT_FOUND, "");
    }
  }

  private final class Recorder implements CallLeg.Listener {
    private final CallLeg leg;

    Recorder(CallLeg leg) {
      this.leg = leg;
    }

    @Override
    public void onEstablished(MediaState state) {
      events.add("established");
      if (leg.identity().dialledAlias().startsWith("bye@")) {
        leg.disconnect(DisconnectReason.CONFERENCE_ENDED);
      }
    }

    @Override
    public void onMediaChanged(MediaState state) {
      events.add(state.onHold() ? "hold" : "resume");
    }

    @Override
    public void onDtmf(char digit) {
      events.add("dtmf " + digit);
    }

    @Override
    public void onEnded(DisconnectReason reason, String detail) {
      events.add("ended " + reason + " " + detail);
    }
  }
}
