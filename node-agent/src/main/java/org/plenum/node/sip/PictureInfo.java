package org.plenum.node.sip;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;

/** Requests for a whole picture in INFO: {@code application/media_control+xml} (RFC 5168). */
final class PictureInfo {
  /** Matched as text: nothing else in such a document matters, so no XML parser faces the peer. */
  private static final Pattern FAST_UPDATE = Pattern.compile("<\\s*picture_fast_update\\b");

  private PictureInfo() {}

  /** True if the request has a body that may ask for a picture. */
  static boolean isMediaControl(Request info) {
    return info.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
        && type.getContentType().equalsIgnoreCase("application")
        && type.getContentSubType().equalsIgnoreCase("media_control+xml");
  }

  /** True if it asks for a picture. */
  static boolean wantsPicture(Request info) {
    byte[] body = info.getRawContent();
    return body != null && FAST_UPDATE.matcher(new String(body, StandardCharsets.UTF_8)).find();
  }
}
