package org.plenum.model.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** A replacement text: {@code \1} to {@code \99} stand for groups, {@code $} for itself. */
final class Replacement {
  private final List<Part> parts;

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Group(int number) implements Part {}

  private Replacement(List<Part> parts) {
    this.parts = parts;
  }

  /** Every text is a replacement: a backslash before anything else stands for that character. */
  static Replacement parse(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\' || i == text.length()) {
        literal.append(c);
      } else if (!isDigit(text.charAt(i))) {
        literal.append(text.charAt(i++));
      } else {
        int number = text.charAt(i++) - '0';
        if (i < text.length() && isDigit(text.charAt(i))) {
          number = number * 10 + (text.charAt(i++) - '0');
        }
        parts.add(new Literal(literal.toString()));
        parts.add(new Group(number));
        literal.setLength(0);
      }
    }
    parts.add(new Literal(literal.toString()));
    return new Replacement(parts);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int highestGroup() {
    return parts.stream()
        .mapToInt(p -> p instanceof Group group ? group.number() : 0)
        .max()
        .orElse(0);
  }

  /** A group that took no part in the match, or does not exist, stands for nothing. */
  String apply(MatchResult match) {
    StringBuilder result = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> result.append(literal.text());
        case Group group -> {
          if (group.number() <= match.groupCount() && match.group(group.number()) != null) {
            result.append(match.group(group.number()));
          }
        }
      }
    }
    return result.toString();
  }
}
