package org.plenum.model.template;

/** A text in the making that stays within bounds. */
final class BoundedText {
  private final Work work;
  private final StringBuilder text = new StringBuilder();

  BoundedText(Work work) {
    this.work = work;
  }

  BoundedText append(String more) {
    work.spend(more.length() + 1);
    if (text.length() + more.length() > Work.MAX_TEXT) {
      throw new Work.Failure(
          "the result has more than " + Work.MAX_TEXT + " characters, which is too long.");
    }
    text.append(more);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
