package org.plenum.management.advice;

/** Looks host names up in DNS. */
@FunctionalInterface
public interface NameLookup {
  /** What the name servers say. */
  enum Answer {
    /** The name has an address. */
    KNOWN,
    /** There is no such name, or it has no address. */
    UNKNOWN,
    /** Nobody answered in time. */
    NONE
  }

  /** Looks a name up; may take some seconds. */
  Answer find(String name);
}
