package org.plenum.model.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element of a parsed document. Asking it for what it lacks throws an {@link
 * IllegalArgumentException} that names the missing thing.
 *
 * @param text directly inside, without that of child elements, stripped
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {
  /** Copies the collections. */
  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The value of an attribute. */
  public String attribute(String attribute) {
    String value = attributes.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("<%s> lacks the attribute %s".formatted(name, attribute));
    }
    return value;
  }

  /** The value of an attribute that is a whole number. */
  public int number(String attribute) {
    try {
      return Integer.parseInt(attribute(attribute));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the attribute %s of <%s> must be a number".formatted(attribute, name), e);
    }
  }

  /** The one child with this name. */
  public XmlElement child(String child) {
    return optionalChild(child)
        .orElseThrow(() -> new IllegalArgumentException("<%s> lacks <%s>".formatted(name, child)));
  }

  /** The child with this name, of which there is none or one. */
  public Optional<XmlElement> optionalChild(String child) {
    List<XmlElement> found = children(child);
    if (found.size() > 1) {
      throw new IllegalArgumentException("<%s> has more than one <%s>".formatted(name, child));
    }
    return found.stream().findFirst();
  }

  /** The text of the one child with this name. */
  public String childText(String child) {
    return child(child).text();
  }

  /** The text of the child with this name, of which there is none or one. */
  public Optional<String> optionalChildText(String child) {
    return optionalChild(child).map(XmlElement::text);
  }

  /** All children with this name. */
  public List<XmlElement> children(String child) {
    return children.stream().filter(element -> element.name().equals(child)).toList();
  }

  /** Refuses elements that a reader would silently ignore. */
  public void requireOnly(Set<String> known) {
    for (XmlElement child : children) {
      if (!known.contains(child.name())) {
        throw new IllegalArgumentException(
            "<%s> has an unknown <%s>".formatted(name, child.name()));
      }
    }
  }

  /** Refuses an element with another name. */
  public void requireName(String expected) {
    if (!name.equals(expected)) {
      throw new IllegalArgumentException("expected <%s>, found <%s>".formatted(expected, name));
    }
  }
}
