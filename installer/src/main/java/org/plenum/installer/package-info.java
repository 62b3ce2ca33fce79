@NullMarked
package org.plenum.installer;

import org.jspecify.annotations.NullMarked;
