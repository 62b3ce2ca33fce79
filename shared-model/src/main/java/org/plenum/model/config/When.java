package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field means something only while another field has one of some values, and means something
 * itself; forms hide it otherwise. Of several conditions, one is enough.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Repeatable(When.Any.class)
public @interface When {
  /** Wire name of the other field. */
  String field();

  /** Values of the other field, in wire form. */
  String[] is();

  /** Several conditions of one field. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Any {
    /** The conditions. */
    When[] value();
  }
}
