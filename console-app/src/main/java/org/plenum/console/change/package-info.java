/** How changes of configuration are shown: who, when, and each field before and after. */
@NullMarked
package org.plenum.console.change;

import org.jspecify.annotations.NullMarked;
