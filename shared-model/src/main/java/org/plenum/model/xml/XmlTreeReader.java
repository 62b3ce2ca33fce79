package org.plenum.model.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads small XML from untrusted senders: no document type, no entities beyond the five of XML
 * itself, bounded depth and number of elements. The caller bounds the bytes.
 */
public final class XmlTreeReader {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_ELEMENTS = 1024;

  private int elements;

  private XmlTreeReader() {}

  /**
   * The root element.
   *
   * @throws IllegalArgumentException if the bytes are not such XML; the message says where
   */
  public static XmlElement read(byte[] xml) {
    try {
      return tree(xml);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not well-formed XML" + where(e), e);
    } catch (MissingResourceException e) {
      // Java's parser lacks the text of some of its own messages.
      throw new IllegalArgumentException("not well-formed XML", e);
    }
  }

  private static XmlElement tree(byte[] xml) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
    try {
      return new XmlTreeReader().root(reader);
    } finally {
      reader.close();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    XMLResolver nothing =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not allowed");
        };
    factory.setXMLResolver(nothing);
    return factory;
  }

  private XmlElement root(XMLStreamReader reader) throws XMLStreamException {
    XmlElement root = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new IllegalArgumentException("a document type declaration is not allowed");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        root = element(reader, 1);
      }
    }
    if (root == null) {
      throw new IllegalArgumentException("not well-formed XML: no element");
    }
    return root;
  }

  private XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    elements++;
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "more than %d elements, or nested deeper than %d".formatted(MAX_ELEMENTS, MAX_DEPTH));
    }
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new IllegalArgumentException("entity references are not allowed");
        default -> {
          // Comments and processing instructions mean nothing here.
        }
      }
    }
    return new XmlElement(name, attributes, children, text.toString().strip());
  }

  private static String where(XMLStreamException e) {
    return e.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
  }
}
