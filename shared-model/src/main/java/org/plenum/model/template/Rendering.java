package org.plenum.model.template;

import java.util.List;

/** What came of a template. */
public sealed interface Rendering {
  /** What the template passed to {@code pex_debug_log}, one entry for each call (DIAG-439). */
  List<String> debugLog();

  /** The template was rendered. */
  record Text(String text, List<String> debugLog) implements Rendering {
    public Text {
      debugLog = List.copyOf(debugLog);
    }
  }

  /**
   * A value was shorter than {@code pex_require_min_length} asks: the object is not to be made, or
   * to be deleted if it exists (SVC-299); a local policy is not to be applied.
   *
   * @param minLength characters that it asks for
   */
  record Withheld(long minLength, List<String> debugLog) implements Rendering {
    public Withheld {
      debugLog = List.copyOf(debugLog);
    }
  }
}
