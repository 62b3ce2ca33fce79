package org.plenum.model.config;

/** A resource with rules that concern several of its fields, or other objects. */
public interface Checked {
  /**
   * Reports what is wrong. Called only when every field by itself is right, so the rules need not
   * repeat what the annotations say.
   */
  void check(Check check);
}
