package org.plenum.console.change;

/**
 * A field that was changed, as people read it.
 *
 * @param label what the field is called
 * @param before value before; empty for none
 * @param after value after; empty for none
 */
public record FieldChange(String label, String before, String after) {}
