package org.plenum.node.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;
import java.util.Locale;

/**
 * Makes parsers that keep the version which a request line names. Those of the stack take every
 * version for 2.0, and so a request of another one for one that can be served (RFC 3261 section
 * 21.5.6). The stack makes this by its name.
 */
public final class SipParserFactory implements MessageParserFactory {
  @Override
  public MessageParser createMessageParser(SIPTransactionStack stack) {
    return new VersionParser();
  }

  private static final class VersionParser extends StringMsgParser {
    @Override
    protected SIPMessage processFirstLine(
        String firstLine, ParseExceptionListener listener, byte[] message) throws ParseException {
      SIPMessage parsed = super.processFirstLine(firstLine, listener, message);
      if (parsed instanceof SIPRequest request) {
        String line = firstLine.strip();
        String version = line.substring(line.lastIndexOf(' ') + 1);
        request.getRequestLine().setSipVersion(version.toUpperCase(Locale.ROOT));
      }
      return parsed;
    }
  }
}
