package org.plenum.management.text;

import java.util.List;

/** A text cannot become the configuration; nothing was changed. */
public final class TextRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TextRefusedException(List<String> problems) {
    super(String.join("\n", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** Why, in sentences that name the line, or the object and the field. */
  public List<String> problems() {
    return problems;
  }
}
