package org.plenum.model.xml;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes small XML documents in UTF-8. */
public final class XmlText {
  private XmlText() {}

  /** What a document consists of. */
  @FunctionalInterface
  public interface Content {
    /** Writes it, without start and end of the document. */
    void writeTo(XMLStreamWriter out) throws XMLStreamException;
  }

  /** A whole document. */
  public static byte[] of(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      content.writeTo(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Writes an element that holds a text. */
  public static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
