package org.plenum.node.sip;

import gov.nist.javax.sip.message.Content;
import gov.nist.javax.sip.message.MessageExt;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.ContentEncodingHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;
import org.plenum.node.sdp.SdpException;
import org.plenum.node.sdp.SdpParser;
import org.plenum.node.sdp.SessionDescription;

/** Finds the session description in a message, alone or as a part of a multipart body. */
final class SdpBody {
  private SdpBody() {}

  /** A body of a type or coding that is not understood: 415. */
  static final class UnsupportedBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedBodyException(String type) {
      super("Body of type " + type + " is not supported");
    }
  }

  /**
   * The description, or empty if the message has no body.
   *
   * @throws UnsupportedBodyException there is a body, and it is something else
   * @throws SdpException it cannot be read
   */
  static Optional<SessionDescription> of(Message message)
      throws UnsupportedBodyException, SdpException {
    byte[] body = message.getRawContent();
    if (body == null || body.length == 0) {
      return Optional.empty();
    }
    ContentEncodingHeader coding = message.getContentEncoding();
    if (coding != null && !coding.getEncoding().equalsIgnoreCase("identity")) {
      throw new UnsupportedBodyException("coding " + coding.getEncoding());
    }
    ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
    if (type == null) {
      throw new UnsupportedBodyException("unknown type");
    }
    if (isSdp(type)) {
      return Optional.of(SdpParser.parse(body));
    }
    if (type.getContentType().toLowerCase(Locale.ROOT).equals("multipart")) {
      return Optional.of(part((MessageExt) message));
    }
    throw new UnsupportedBodyException(type.getContentType() + "/" + type.getContentSubType());
  }

  private static SessionDescription part(MessageExt message)
      throws UnsupportedBodyException, SdpException {
    try {
      Iterator<Content> parts = message.getMultipartMimeContent().getContents();
      while (parts.hasNext()) {
        Content part = parts.next();
        if (part.getContentTypeHeader() != null && isSdp(part.getContentTypeHeader())) {
          return SdpParser.parse(part.getContent().toString().getBytes(StandardCharsets.UTF_8));
        }
      }
      throw new UnsupportedBodyException("multipart without SDP");
    } catch (ParseException e) {
      throw new SdpException(0, "multipart body cannot be read");
    }
  }

  private static boolean isSdp(ContentTypeHeader type) {
    return type.getContentType().equalsIgnoreCase("application")
        && type.getContentSubType().equalsIgnoreCase("sdp");
  }
}
