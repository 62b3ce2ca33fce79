package org.plenum.management.text;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Which texts stand without quotes: those that no reader of YAML takes for something else. */
final class PlainTexts extends StringQuotingChecker.Default {
  private static final long serialVersionUID = 1L;

  private static final Pattern WORDS =
      Pattern.compile("\\p{L}[\\p{L}\\p{N} _./@+-]*+|[0-9]++(?:\\.[0-9]++){3}");
  private static final Pattern LINE = Pattern.compile("[!-~][ -~]*+");

  @Override
  public boolean needToQuoteValue(String value) {
    if (value.endsWith(" ") || value.indexOf('\r') >= 0) {
      return true;
    }
    if (value.indexOf('\n') >= 0) {
      return value.endsWith("\n\n") || !value.lines().allMatch(PlainTexts::isPlainLine);
    }
    return !WORDS.matcher(value).matches() || super.needToQuoteValue(value);
  }

  private static boolean isPlainLine(String line) {
    return LINE.matcher(line).matches() && !line.endsWith(" ");
  }
}
