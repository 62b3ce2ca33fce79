package org.plenum.node.conference;

/** Builds one line of {@code key="value"} pairs (DIAG-350 to DIAG-352). */
final class LogEntry {
  private final StringBuilder line = new StringBuilder(256);

  private LogEntry() {}

  static LogEntry message(String text) {
    return new LogEntry().with("Message", text);
  }

  /** Appends a pair; quotes are escaped and line breaks written as {@code ^M}. */
  LogEntry with(String key, String value) {
    if (!line.isEmpty()) {
      line.append(' ');
    }
    line.append(key).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '"', '\\' -> line.append('\\').append(each);
        case '\n' -> line.append("^M");
        default -> {
          // What a caller sends must not be able to steer a terminal that shows the log.
          if (!Character.isISOControl(each)) {
            line.append(each);
          }
        }
      }
    }
    line.append('"');
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
