/**
 * What the management service makes for itself at its first start and finds again at every other.
 */
@NullMarked
package org.plenum.management.setup;

import org.jspecify.annotations.NullMarked;
