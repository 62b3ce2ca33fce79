@NullMarked
package org.plenum.management.renewal;

import org.jspecify.annotations.NullMarked;
