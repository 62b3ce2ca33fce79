package org.plenum.management.rest;

import java.util.List;

/** A part of the API. */
public interface RestModule {
  /** Its paths; where several fit a request, the first one answers. */
  List<RestPath> paths();

  /** Adds what it has to the description of the API; what is no part of that adds nothing. */
  default void describe(ApiDescription api) {}
}
