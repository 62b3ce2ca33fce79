package org.plenum.node.conference;

import java.util.OptionalInt;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;

/**
 * An incoming call that routing sends into a conference. Checked against the configuration of this
 * moment, not of the moment when the conference started (SVC-052, SVX-281).
 *
 * @param leg call that was not answered yet
 * @param alias what was dialled, without a PIN
 * @param role role that the PIN, or its absence, gives the caller
 * @param limits media that the service allows the call
 * @param participantLimit most participants of the service, if limited
 * @param whenGone run exactly once, when the call was refused or has left the conference; must not
 *     block
 */
public record JoinRequest(
    CallLeg leg,
    String alias,
    Role role,
    CallLimits limits,
    OptionalInt participantLimit,
    Runnable whenGone) {}
