@NullMarked
package org.plenum.management.text;

import org.jspecify.annotations.NullMarked;
