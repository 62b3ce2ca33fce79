package org.plenum.node.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the stack logs to SLF4J. The stack reports errors of peers (garbage, closed
 * connections) as its own: they are information here, so that peers cannot fill the log. Created by
 * the stack, by name.
 */
public final class StackLog implements StackLogger {
  private static final Logger log = LoggerFactory.getLogger("org.plenum.node.sip.stack");

  @Override
  public void logDebug(String message) {
    log.trace("{}", message);
  }

  @Override
  public void logDebug(String message, Exception cause) {
    log.trace("{}", message, cause);
  }

  @Override
  public void logTrace(String message) {
    log.trace("{}", message);
  }

  @Override
  public void logInfo(String message) {
    log.debug("{}", message);
  }

  @Override
  public void logWarning(String message) {
    log.debug("{}", message);
  }

  @Override
  public void logError(String message) {
    log.debug("{}", message);
  }

  @Override
  public void logError(String message, Exception cause) {
    log.debug("{}", message, cause);
  }

  @Override
  public void logException(Throwable cause) {
    log.debug("In the SIP stack", cause);
  }

  @Override
  public void logFatalError(String message) {
    log.error("{}", message);
  }

  @Override
  public boolean isLoggingEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return level >= TRACE_DEBUG ? log.isTraceEnabled() : log.isDebugEnabled();
  }

  /** Not needed: exceptions carry their stack traces. */
  @Override
  public void logStackTrace() {
    log.trace("Stack trace asked for", new Throwable());
  }

  /** As {@link #logStackTrace()}. */
  @Override
  public void logStackTrace(int level) {
    logStackTrace();
  }

  /** Lines are not counted. */
  @Override
  public int getLineCount() {
    return 0;
  }

  /** SLF4J's configuration decides. */
  @Override
  public void disableLogging() {
    log.trace("The stack asks to log nothing");
  }

  /** SLF4J's configuration decides. */
  @Override
  public void enableLogging() {
    log.trace("The stack asks to log");
  }

  @Override
  public void setBuildTimeStamp(String timestamp) {
    log.trace("Build of the stack: {}", timestamp);
  }

  /** There is nothing to set. */
  @Override
  public void setStackProperties(Properties properties) {
    log.trace("{} properties", properties.size());
  }

  @Override
  public String getLoggerName() {
    return log.getName();
  }
}
