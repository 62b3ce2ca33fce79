/** Status pages of running conferences. */
@NullMarked
package org.plenum.console.conferences;

import org.jspecify.annotations.NullMarked;
