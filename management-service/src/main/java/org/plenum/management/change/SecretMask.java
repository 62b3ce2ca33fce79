package org.plenum.management.change;

/** What stands for a secret that is set, in the audit trail and in comparisons. */
public final class SecretMask {
  private static final String MASK = "********";
  private static final String CHANGED = MASK + " (changed)";

  private SecretMask() {}

  /** Stands for a secret that is set. */
  public static String of(boolean changed) {
    return changed ? CHANGED : MASK;
  }

  /** Whether a text stands for a secret. */
  public static boolean isMask(String text) {
    return text.equals(MASK) || text.equals(CHANGED);
  }

  /** Whether it stands for one that has been changed. */
  public static boolean isChanged(String text) {
    return text.equals(CHANGED);
  }
}
