package org.plenum.management.rest;

/**
 * A file in place of JSON: what writing requests to a path carry, and what reading ones get.
 *
 * @param mediaType for instance {@code application/zip}
 * @param maxBytes largest file
 */
public record FileBody(String mediaType, int maxBytes) {}
