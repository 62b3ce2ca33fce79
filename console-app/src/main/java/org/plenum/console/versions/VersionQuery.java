package org.plenum.console.versions;

/**
 * Which versions are wanted.
 *
 * @param search text in author, source or resource; empty for all
 * @param resource name of a resource that was touched; empty for all
 * @param source where they came from; empty for all
 * @param limit how many of the latest
 */
record VersionQuery(String search, String resource, String source, int limit) {}
