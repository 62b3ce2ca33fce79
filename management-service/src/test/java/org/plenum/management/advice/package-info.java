@NullMarked
package org.plenum.management.advice;

import org.jspecify.annotations.NullMarked;
