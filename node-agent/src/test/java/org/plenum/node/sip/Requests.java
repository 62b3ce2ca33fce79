package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** Requests as the stack reads them from the wire. */
final class Requests {
  private Requests() {}

  /**
   * @param headers header lines besides those that every request has, and after an empty line the
   *     body
   */
  static SIPRequest of(String method, String uri, String headers) throws ParseException {
    int end = headers.indexOf("\n\n");
    String body = end < 0 ? "" : headers.substring(end + 2);
    String text =
        """
        %s %s SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
        From: "Alice \\"A\\" Doe" <sip:alice@example.com:5070;user=phone>;tag=1
        To: <sip:meet@example.com>
        Call-ID: call@192.0.2.1
        CSeq: 1 %s
        Max-Forwards: 70
        %s
        Content-Length: %d

        """
            .formatted(
                method, uri, method, end < 0 ? headers : headers.substring(0, end), body.length())
            .replace("\n", "\r\n");
    byte[] octets = (text + body).getBytes(StandardCharsets.UTF_8);
    return (SIPRequest) new StringMsgParser().parseSIPMessage(octets, true, false, null);
  }
}
