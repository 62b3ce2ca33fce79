package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import java.util.UUID;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.FromHeader;
import javax.sip.header.UserAgentHeader;
import javax.sip.message.Request;
import org.plenum.node.call.CallDirection;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.CallProtocol;

/** Reads from an INVITE who calls and what was dialled. */
final class RemoteParty {
  /** Of texts that a peer chooses and status and logs show. */
  private static final int MAX_TEXT = 250;

  private RemoteParty() {}

  static CallIdentity of(SIPRequest invite, InetSocketAddress remote) {
    Address from = ((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress();
    String remoteAlias = alias(from.getURI());
    String displayName = from.getDisplayName() == null ? "" : text(from.getDisplayName());
    return new CallIdentity(
        UUID.randomUUID(),
        text(invite.getCallIdHeader().getCallId()),
        CallProtocol.SIP,
        CallDirection.INCOMING,
        remoteAlias,
        displayName.isEmpty() ? remoteAlias : displayName,
        alias(invite.getRequestURI()),
        remote,
        vendor(invite));
  }

  /** {@code user@host}, {@code host} or a telephone number: no scheme, port or parameter. */
  static String alias(URI uri) {
    if (uri instanceof SipURI sip) {
      String user = sip.getUser();
      return text(user == null || user.isEmpty() ? sip.getHost() : user + "@" + sip.getHost());
    }
    if (uri instanceof TelURL tel) {
      return text((tel.isGlobal() ? "+" : "") + tel.getPhoneNumber());
    }
    return text(uri.toString());
  }

  private static String vendor(Request invite) {
    UserAgentHeader header = (UserAgentHeader) invite.getHeader(UserAgentHeader.NAME);
    if (header == null || header.getProduct() == null) {
      return "";
    }
    StringBuilder products = new StringBuilder();
    header.getProduct().forEachRemaining(product -> products.append(product).append(' '));
    return text(products.toString());
  }

  private static String text(String raw) {
    String clean = raw.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean;
  }
}
