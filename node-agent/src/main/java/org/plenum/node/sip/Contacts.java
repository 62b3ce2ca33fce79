package org.plenum.node.sip;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.ListeningPoint;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;

/** Makes the Contact under which this node is reached in a dialog. */
final class Contacts {
  private final AddressFactoryImpl addresses = new AddressFactoryImpl();
  private final HeaderFactoryImpl headers = new HeaderFactoryImpl();

  /**
   * The Contact of a dialog.
   *
   * @param local where the node receives its requests
   * @param tlsName host name over TLS, which peers compare with the certificate (RFC 5922)
   */
  ContactHeader of(ListeningPoint local, Optional<String> tlsName) throws ParseException {
    SipTransport transport = SipTransport.of(local.getTransport());
    String host =
        transport == SipTransport.TLS ? tlsName.orElse(local.getIPAddress()) : local.getIPAddress();
    SipURI uri = addresses.createSipURI(null, host);
    uri.setPort(local.getPort());
    try {
      uri.setTransportParam(transport.parameter());
    } catch (ParseException e) {
      throw new IllegalStateException("A transport name is invalid", e);
    }
    return headers.createContactHeader(addresses.createAddress(uri));
  }
}
