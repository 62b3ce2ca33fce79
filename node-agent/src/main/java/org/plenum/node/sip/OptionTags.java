package org.plenum.node.sip;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.sip.header.Header;
import javax.sip.message.Message;

/** Reads header fields that are comma-separated tokens: Require, Supported, Allow. */
final class OptionTags {
  private OptionTags() {}

  /** The tokens of all header fields of that name, in lower case. */
  static List<String> of(Message message, String headerName) {
    List<String> tags = new ArrayList<>();
    Iterator<?> headers = message.getHeaders(headerName);
    while (headers.hasNext()) {
      Header header = (Header) headers.next();
      String value = header.toString();
      for (String tag : value.substring(value.indexOf(':') + 1).split(",")) {
        if (!tag.isBlank()) {
          tags.add(tag.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return tags;
  }
}
