package org.plenum.node.sip;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.SipProvider;
import org.plenum.node.sip.SipSettings.SessionTimers;

/**
 * What calls share.
 *
 * @param provider of the address at which the call arrived
 * @param threads where calls run their events
 * @param timers for session timers; its tasks only queue
 * @param calls the register of calls
 * @param replies makes responses
 * @param headers makes headers
 * @param sessionTimers settings of session timers
 */
record SipCallContext(
    SipProvider provider,
    Executor threads,
    ScheduledExecutorService timers,
    SipCalls calls,
    Replies replies,
    SipHeaders headers,
    SessionTimers sessionTimers) {}
