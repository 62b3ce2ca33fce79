package org.plenum.model.enrolment;

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
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {
  XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  String attribute(String attribute) {
    String value = attributes.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("<%s> lacks the attribute %s".formatted(name, attribute));
    }
    return value;
  }

  int number(String attribute) {
    try {
      return Integer.parseInt(attribute(attribute));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the attribute %s of <%s> must be a number".formatted(attribute, name), e);
    }
  }

  XmlElement child(String child) {
    return optionalChild(child)
        .orElseThrow(() -> new IllegalArgumentException("<%s> lacks <%s>".formatted(name, child)));
  }

  Optional<XmlElement> optionalChild(String child) {
    List<XmlElement> found = children(child);
    if (found.size() > 1) {
      throw new IllegalArgumentException("<%s> has more than one <%s>".formatted(name, child));
    }
    return found.stream().findFirst();
  }

  String childText(String child) {
    return child(child).text();
  }

  Optional<String> optionalChildText(String child) {
    return optionalChild(child).map(XmlElement::text);
  }

  List<XmlElement> children(String child) {
    return children.stream().filter(element -> element.name().equals(child)).toList();
  }

  /** Refuses elements that a reader would silently ignore. */
  void requireOnly(Set<String> known) {
    for (XmlElement child : children) {
      if (!known.contains(child.name())) {
        throw new IllegalArgumentException(
            "<%s> has an unknown <%s>".formatted(name, child.name()));
      }
    }
  }

  void requireName(String expected) {
    if (!name.equals(expected)) {
      throw new IllegalArgumentException("expected <%s>, found <%s>".formatted(expected, name));
    }
  }
}
