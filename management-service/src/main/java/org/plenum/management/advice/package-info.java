/** What is doubtful about the configuration although it may be stored. */
@NullMarked
package org.plenum.management.advice;

import org.jspecify.annotations.NullMarked;
