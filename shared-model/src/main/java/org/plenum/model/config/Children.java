package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a field that is the ordered list of the objects of another resource that belong to this
 * one. They are objects of their own, which the API also accepts and shows inside their owner.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Children {
  /** Wire name of the list. */
  String field();

  /** Resource of the children. */
  Class<? extends Record> of();

  /** Wire name of the reference to the owner in a child. */
  String by();

  /** Wire name of the position in a child, starting with 1. */
  String order();

  /** Label in forms. */
  String label();

  /** Meaning of the list. */
  String help();

  /** Group of fields in a form. */
  String section() default "";
}
