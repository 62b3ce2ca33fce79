package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a record component as a field of a {@link Resource}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** Label in forms and table headings. */
  String label();

  /** Meaning of the field, in one or two sentences. */
  String help();

  /** Group of fields in a form; empty: the first, unnamed group. */
  String section() default "";

  /**
   * Set by the platform; a value in a request is ignored, so that a read object can be sent back.
   */
  boolean readOnly() default false;

  /** Can be given on creation only; a later change is refused. */
  boolean createOnly() default false;

  /** No two objects of the resource have the same value; text is compared without case. */
  boolean unique() default false;

  /** Texts that differ in case only are different values of a unique field. */
  boolean caseMatters() default false;

  /** Objects are looked up by the value, which several may have. */
  boolean indexed() default false;

  /** Text of several lines, such as PEM. */
  boolean multiline() default false;

  /** Left out where the API writes the object inside another, see {@link Embedded}. */
  boolean notEmbedded() default false;

  /** A change is in force at a node only after the node has been restarted. */
  boolean needsRestart() default false;

  /** A change ends the calls of the node, so forms ask before they save it. */
  boolean endsCalls() default false;

  /** Once the object exists, forms show the value only; the API may still change it. */
  boolean changedByApiOnly() default false;
}
