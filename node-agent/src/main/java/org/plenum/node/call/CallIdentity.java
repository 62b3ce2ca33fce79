package org.plenum.node.call;

import java.net.InetSocketAddress;
import java.util.UUID;

/**
 * What is known of a call from its first message on and never changes.
 *
 * @param id identifier of the leg, unique in the platform ({@code call_uuid})
 * @param callId the protocol's own identifier, for example the SIP Call-ID
 * @param protocol signalling protocol
 * @param direction who placed the call
 * @param remoteAlias the other party, without URI scheme and parameters: {@code alice@example.com}
 * @param displayName name that the other party gave itself, or its alias if it gave none
 * @param dialledAlias what was dialled, without URI scheme and parameters
 * @param remoteAddress where the signalling came from or goes to
 * @param vendor product and version that the other party gave, or an empty string
 */
public record CallIdentity(
    UUID id,
    String callId,
    CallProtocol protocol,
    CallDirection direction,
    String remoteAlias,
    String displayName,
    String dialledAlias,
    InetSocketAddress remoteAddress,
    String vendor) {}
