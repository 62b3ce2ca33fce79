package org.plenum.management.rest;

/** Answers the requests of one path and method. Called on a virtual thread, so it may block. */
@FunctionalInterface
public interface RestHandler {
  /**
   * Answers a request.
   *
   * @throws RestException to answer with an error
   */
  RestResponse handle(RestRequest request);
}
