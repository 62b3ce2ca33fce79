@NullMarked
package org.plenum.management.csv;

import org.jspecify.annotations.NullMarked;
