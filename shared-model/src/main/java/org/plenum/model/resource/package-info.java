/** The configuration resources of the platform, one record each. */
@NullMarked
package org.plenum.model.resource;

import org.jspecify.annotations.NullMarked;
