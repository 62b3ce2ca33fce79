package org.plenum.model.template;

/**
 * A template that cannot be read or rendered: where, and what is wrong. The message says both, in
 * words for whoever wrote the template.
 */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  TemplateException(int line, int column, String problem) {
    super("Line %d, column %d: %s".formatted(line, column, problem), null, false, false);
    this.line = line;
    this.column = column;
  }

  /** At an index of the source. */
  static TemplateException at(String source, int index, String problem) {
    int end = Math.min(index, source.length());
    int lineStart = source.lastIndexOf('\n', end - 1) + 1;
    long line = source.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    int column = source.codePointCount(lineStart, end) + 1;
    return new TemplateException(Math.toIntExact(line), column, problem);
  }

  /** Line of the template, from 1. */
  public int line() {
    return line;
  }

  /** Column in the line, from 1. */
  public int column() {
    return column;
  }
}
