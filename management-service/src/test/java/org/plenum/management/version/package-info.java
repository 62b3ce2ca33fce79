@NullMarked
package org.plenum.management.version;

import org.jspecify.annotations.NullMarked;
