/** Licences and stored requests for them. */
@NullMarked
package org.plenum.console.licences;

import org.jspecify.annotations.NullMarked;
