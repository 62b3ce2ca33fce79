package org.plenum.media.conference;

/** Arrangement of pictures (requirements SVX-144 to SVX-147); wire names are those of the API. */
public enum Layout {
  ONE_MAIN_ZERO_PIPS("one_main_zero_pips", 1, 0),
  ONE_MAIN_SEVEN_PIPS("one_main_seven_pips", 1, 7);

  private final String wireName;
  private final int mains;
  private final int pips;

  Layout(String wireName, int mains, int pips) {
    this.wireName = wireName;
    this.mains = mains;
    this.pips = pips;
  }

  /** Name in the configuration ({@code host_view}, {@code guest_view}). */
  public String wireName() {
    return wireName;
  }

  /** Number of large pictures. */
  public int mains() {
    return mains;
  }

  /** Number of thumbnails. */
  public int pips() {
    return pips;
  }
}
