/** Times, durations and values as people read them. */
@NullMarked
package org.plenum.console.text;

import org.jspecify.annotations.NullMarked;
