package org.plenum.management.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The attributes of one kind of objects. Safe for several threads. */
public interface Attributes {
  /** The attribute with this wire name. */
  Optional<Attribute> find(String name);

  /** The identifier in a reference to an object of this kind: an address, or the number alone. */
  OptionalLong identifier(String text);

  /** Attributes of objects that nothing refers to. */
  static Attributes of(Attribute... attributes) {
    Map<String, Attribute> byName =
        Arrays.stream(attributes).collect(Collectors.toMap(Attribute::name, Function.identity()));
    return new Attributes() {
      @Override
      public Optional<Attribute> find(String name) {
        return Optional.ofNullable(byName.get(name));
      }

      @Override
      public OptionalLong identifier(String text) {
        return OptionalLong.empty();
      }
    };
  }
}
