/** What every configuration resource has in common, proven for each of them. */
@NullMarked
package org.plenum.management.contract;

import org.jspecify.annotations.NullMarked;
