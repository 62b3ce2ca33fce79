package org.plenum.model.xml;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document with a signature. The outer element holds the signed bytes, themselves XML, in base64,
 * and the signature over exactly these bytes. Nothing needs to be brought into a canonical form,
 * which is where XML signatures usually go wrong. The arrays are not copied.
 *
 * @param content the signed bytes
 * @param signature ECDSA with SHA-256 over the content
 */
public record SignedXml(byte[] content, byte[] signature) {
  /** The one algorithm of signatures. */
  public static final String ALGORITHM = "SHA256withECDSA";

  private static final String PAYLOAD = "payload";
  private static final String ENCODING = "encoding";
  private static final String BASE64 = "base64";
  private static final String SIGNATURE = "signature";
  private static final String ALGORITHM_ATTRIBUTE = "algorithm";

  /**
   * The document as UTF-8 XML.
   *
   * @param root name of the outer element
   * @param more texts of further, unsigned elements by name
   */
  public byte[] write(String root, Map<String, String> more) {
    Base64.Encoder lines = Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII));
    return XmlText.of(
        out -> {
          out.writeStartElement(root);
          out.writeCharacters("\n");
          out.writeStartElement(PAYLOAD);
          out.writeAttribute(ENCODING, BASE64);
          out.writeCharacters("\n" + lines.encodeToString(content) + "\n");
          out.writeEndElement();
          out.writeCharacters("\n");
          out.writeStartElement(SIGNATURE);
          out.writeAttribute(ALGORITHM_ATTRIBUTE, ALGORITHM);
          out.writeCharacters(Base64.getEncoder().encodeToString(signature));
          out.writeEndElement();
          out.writeCharacters("\n");
          for (Map.Entry<String, String> element : more.entrySet()) {
            XmlText.element(out, element.getKey(), element.getValue());
            out.writeCharacters("\n");
          }
          out.writeEndElement();
          out.writeCharacters("\n");
        });
  }

  /**
   * Takes a document apart; the signature is not verified yet.
   *
   * @param more names of further elements that it may have
   * @throws IllegalArgumentException if it is no such document
   */
  public static SignedXml read(XmlElement outer, Set<String> more) {
    Set<String> known = new TreeSet<>(more);
    known.add(PAYLOAD);
    known.add(SIGNATURE);
    outer.requireOnly(known);
    XmlElement payload = outer.child(PAYLOAD);
    requireAttribute(payload, ENCODING, BASE64);
    XmlElement signature = outer.child(SIGNATURE);
    requireAttribute(signature, ALGORITHM_ATTRIBUTE, ALGORITHM);
    return new SignedXml(base64(payload), base64(signature));
  }

  /**
   * Whether the signature was made with the private half of a key.
   *
   * @throws GeneralSecurityException if that cannot be found out, for instance with an RSA key
   */
  public boolean isSignedBy(PublicKey key) throws GeneralSecurityException {
    Signature verification = Signature.getInstance(ALGORITHM);
    verification.initVerify(key);
    verification.update(content);
    return verification.verify(signature);
  }

  private static void requireAttribute(XmlElement element, String attribute, String value) {
    if (!element.attribute(attribute).equals(value)) {
      throw new IllegalArgumentException(
          "the attribute %s of <%s> must be %s".formatted(attribute, element.name(), value));
    }
  }

  private static byte[] base64(XmlElement element) {
    try {
      // Line breaks are layout; everything else outside the alphabet is an error.
      return Base64.getDecoder().decode(element.text().replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("<%s> is not base64".formatted(element.name()), e);
    }
  }
}
