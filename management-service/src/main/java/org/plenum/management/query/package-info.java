/**
 * Lists as the management API offers them: filters, ordering and pages, over stored objects and
 * over objects in memory alike.
 */
@NullMarked
package org.plenum.management.query;

import org.jspecify.annotations.NullMarked;
