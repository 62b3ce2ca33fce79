@NullMarked
package org.plenum.management.licence;

import org.jspecify.annotations.NullMarked;
