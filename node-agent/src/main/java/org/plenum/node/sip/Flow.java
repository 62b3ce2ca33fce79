package org.plenum.node.sip;

import gov.nist.javax.sip.TransactionExt;
import gov.nist.javax.sip.message.MessageExt;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.HopImpl;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.address.Hop;
import javax.sip.message.Request;

/**
 * The path on which a peer reached this node, and so can be reached in turn. Over TCP and TLS that
 * is its open connection; a peer behind a NAT accepts no other (RFC 5626 section 1). Over UDP it is
 * the source of its packets, where that differs from what it believes its address to be.
 *
 * @param remote where the request came from
 * @param transport of the request
 * @param hop where requests to the peer go instead of the remote target, if anywhere
 */
record Flow(InetSocketAddress remote, SipTransport transport, Optional<Hop> hop) {

  /** The flow of a request that a peer sent; what its Via says of the transport may be wrong. */
  static Flow of(ServerTransaction transaction) {
    SIPRequest request = (SIPRequest) transaction.getRequest();
    SipTransport transport = SipTransport.of(((TransactionExt) transaction).getTransport());
    InetSocketAddress remote =
        new InetSocketAddress(request.getRemoteAddress(), request.getRemotePort());
    return new Flow(remote, transport, hop(request, transport, remote));
  }

  private static Optional<Hop> hop(
      SIPRequest request, SipTransport transport, InetSocketAddress remote) {
    boolean recordRouted = request.getRecordRouteHeaders() != null;
    boolean direct = request.getViaHeaders().size() == 1;
    // A proxy that did not record its route wants no part in the rest of the dialog.
    boolean previousHopStays = recordRouted || direct;
    boolean translated =
        direct && !request.getTopmostVia().getHost().equals(remote.getAddress().getHostAddress());
    return previousHopStays && (transport.isConnectionOriented() || translated)
        ? Optional.of(
            new HopImpl(remote.getAddress().getHostAddress(), remote.getPort(), transport.name()))
        : Optional.empty();
  }

  /** Makes a request follow the flow. */
  void apply(Request request) {
    hop.ifPresent(((MessageExt) request)::setApplicationData);
  }
}
