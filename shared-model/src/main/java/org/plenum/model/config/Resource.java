package org.plenum.model.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plenum.model.access.Area;

/**
 * Declares a record as a configuration resource. Its components are the fields: a component is
 * required unless it has a {@link Default} or is {@code @Nullable}; its wire name is the
 * component's name in snake case ({@code overflowLocation1} is {@code overflow_location1}).
 *
 * <p>Every object has an identifier, which is not a component: see {@link Stored}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Resource {
  /** Name in the management API, for instance {@code dns_server}. */
  String name();

  /** What one object is called, for instance "DNS server". */
  String label();

  /** What several are called. */
  String plural();

  /** Where the console lists it. */
  Menu menu();

  /** Wire name of the text field that stands for an object in lists; empty: {@link #label}. */
  String title() default "name";

  /**
   * Wire name of a text field that tells objects with the same title apart: it follows the title in
   * parentheses. Empty: none does.
   */
  String titleDetail() default "";

  /** Whether conferencing nodes need it; other resources never leave the management service. */
  boolean replicated() default true;

  /** Exactly one object, with identifier 1, that is neither created nor deleted. */
  boolean singleton() default false;

  /**
   * Objects are made, changed and removed by the platform alone, though it may do so because an
   * administrator wants it; administrators can read them and refer to them.
   */
  boolean managed() default false;

  /** Which permissions reading and writing need; empty: those of the menu. */
  Area[] area() default {};

  /** What the resource is for, in one or two sentences. */
  String help();
}
