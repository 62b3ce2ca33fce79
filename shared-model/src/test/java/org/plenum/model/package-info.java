/** Fixtures of the tests of the shared model. */
@NullMarked
package org.plenum.model;

import org.jspecify.annotations.NullMarked;
