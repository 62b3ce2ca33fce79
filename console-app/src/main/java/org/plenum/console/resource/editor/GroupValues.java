package org.plenum.console.resource.editor;

import java.util.List;
import java.util.stream.IntStream;
import org.plenum.model.pattern.AliasPattern;

/** What the groups of an expression take of a text. */
record GroupValues(AliasPattern pattern) {
  /** Replacements can name no more. */
  private static final int MAX_GROUPS = 9;

  /** Lines such as {@code \1 = alice}, for a text that matches. */
  List<String> of(String text) {
    return IntStream.rangeClosed(1, MAX_GROUPS)
        .mapToObj(number -> "\\" + number)
        .takeWhile(group -> pattern.problemOfReplacement(group).isEmpty())
        .map(group -> group + " = " + pattern.replace(text, group).text())
        .toList();
  }
}
