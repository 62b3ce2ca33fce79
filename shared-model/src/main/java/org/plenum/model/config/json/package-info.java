/** JSON forms of configuration objects: the management API's, and the one of store and replicas. */
@NullMarked
package org.plenum.model.config.json;

import org.jspecify.annotations.NullMarked;
