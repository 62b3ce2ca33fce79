package org.plenum.node.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the first line of every SIP message, without bodies, which may hold SRTP keys. Created by
 * the stack, by name.
 */
public final class MessageLog implements ServerLogger {
  private static final Logger log = LoggerFactory.getLogger("org.plenum.node.sip.messages");

  @Override
  public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
    if (log.isDebugEnabled()) {
      log.debug("{} -> {}: {}", from, to, message.getFirstLine().strip());
    }
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender, long time) {
    logMessage(message, from, to, sender, time);
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender) {
    logMessage(message, from, to, sender, 0);
  }

  @Override
  public void logException(Exception cause) {
    log.debug("In the SIP stack", cause);
  }

  /** There is no file. */
  @Override
  public void closeLogFile() {
    log.trace("Closed");
  }

  @Override
  public void setStackProperties(Properties properties) {
    log.trace("{} properties", properties.size());
  }

  @Override
  public void setSipStack(SipStack stack) {
    log.trace("Logging for {}", stack.getStackName());
  }
}
