package org.plenum.node.sip;

import gov.nist.javax.sip.message.MessageExt;
import gov.nist.javax.sip.stack.DefaultRouter;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.message.Request;

/**
 * Sends a request along the flow that its dialog prescribes (attached by {@link Flow}), or else
 * where RFC 3261 section 8.1.2 says.
 */
final class FlowRouter extends DefaultRouter {

  FlowRouter(SipStack stack) {
    super(stack, null);
  }

  @Override
  public Hop getNextHop(Request request) throws SipException {
    return ((MessageExt) request).getApplicationData() instanceof Hop hop
        ? hop
        : super.getNextHop(request);
  }
}
