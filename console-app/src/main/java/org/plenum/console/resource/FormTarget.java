package org.plenum.console.resource;

/** What a form is about. */
public sealed interface FormTarget {
  /** An object that does not exist yet. */
  record New() implements FormTarget {}

  /** A new object like an existing one. */
  record CopyOf(long id) implements FormTarget {}

  /** An existing object. */
  record Existing(long id) implements FormTarget {}
}
