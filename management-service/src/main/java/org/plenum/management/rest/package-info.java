/**
 * The REST management API over HTTPS: one pipeline for every request, to which modules add their
 * paths, and the configuration API for all resources.
 */
@NullMarked
package org.plenum.management.rest;

import org.jspecify.annotations.NullMarked;
