package org.plenum.node.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of a session or of a media description, in order. */
public record Attributes(List<Attribute> list) {

  /** No attribute. */
  public static final Attributes NONE = new Attributes(List.of());

  public Attributes {
    list = List.copyOf(list);
  }

  /** True if there is at least one of that name; names are case-sensitive. */
  public boolean has(String name) {
    return all(name).findAny().isPresent();
  }

  /** The first of that name. */
  public Optional<Attribute> first(String name) {
    return all(name).findFirst();
  }

  /** All of that name, in order. */
  public Stream<Attribute> all(String name) {
    return list.stream().filter(attribute -> attribute.name().equals(name));
  }
}
