package org.plenum.management.query;

/**
 * One criterion of an order.
 *
 * @param attribute attribute of the listed objects, no list of references
 * @param descending largest first
 */
public record Order(Attribute attribute, boolean descending) {}
