package org.plenum.model.template;

/** The text in a piece of HTML. */
final class MarkupText {
  private MarkupText() {}

  /** Without tags and comments, with single spaces and without the usual entities. */
  static String strip(String markup) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    int open = markup.indexOf('<');
    while (open >= 0) {
      int close = endOfTag(markup, open);
      if (close < 0) {
        break;
      }
      text.append(markup, from, open);
      from = close;
      open = markup.indexOf('<', from);
    }
    text.append(markup, from, markup.length());
    return String.join(" ", text.toString().strip().split("\\s+"))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u00a0")
        .replace("&amp;", "&");
  }

  private static int endOfTag(String markup, int open) {
    String closing = markup.startsWith("<!--", open) ? "-->" : ">";
    int close = markup.indexOf(closing, open);
    return close < 0 ? -1 : close + closing.length();
  }
}
