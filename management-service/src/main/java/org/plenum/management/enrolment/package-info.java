/** How nodes and consoles become members of the platform. */
@NullMarked
package org.plenum.management.enrolment;

import org.jspecify.annotations.NullMarked;
