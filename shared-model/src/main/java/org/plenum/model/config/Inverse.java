package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a field that lists the objects that refer to this one. Nothing of it is stored with this
 * object: it is read from the references, and who writes it changes the objects that refer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Inverse.List.class)
public @interface Inverse {
  /** Longest list that is shown and can be written; each entry is another object to change. */
  int MAX_LENGTH = 10_000;

  /** Wire name of the list. */
  String field();

  /** Resources whose objects refer to this one. */
  Class<? extends Record>[] of();

  /** Wire name of the reference, or of the list of references, in each of them. */
  String by();

  /** Label in forms. */
  String label();

  /** Meaning of the list. */
  String help();

  /** Group of fields in a form. */
  String section() default "";

  /** Whether the API shows the objects whole, and not only their addresses. */
  boolean embedded() default false;

  /** When the list means something; none: always. */
  When[] when() default {};

  /** Several such fields of one resource. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /** The fields. */
    Inverse[] value();
  }
}
