/** Versions of the configuration: list, what each changed, comparison, rollback. */
@NullMarked
package org.plenum.console.versions;

import org.jspecify.annotations.NullMarked;
