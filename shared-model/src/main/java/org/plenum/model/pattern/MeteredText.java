package org.plenum.model.pattern;

/** A text that counts how often a character of it is read. */
final class MeteredText implements CharSequence {
  private final String text;
  private final StepBudget budget;

  MeteredText(String text, StepBudget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public char charAt(int index) {
    budget.step();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
