package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Value of a field that a request does not carry. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /**
   * The value as text: {@code true}, {@code 60}, the wire name of a choice, comma-separated
   * elements of a list (empty: an empty list), or {@code now} for a time. References are given by
   * their identifiers, and only to objects that ship with the product; one that has been deleted
   * since is left out of new objects.
   */
  String value();

  /** Whether null in a request means this value too, for a field that is never null. */
  boolean forNull() default false;
}
