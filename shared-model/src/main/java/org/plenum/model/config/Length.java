package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits of the number of characters of a text, or of elements of a list. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {
  /** Smallest length. A text that is not required may always be empty. */
  int min() default 0;

  /** Largest length. */
  int max() default Integer.MAX_VALUE;
}
