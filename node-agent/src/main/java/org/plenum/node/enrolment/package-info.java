/** How a fresh node becomes part of a platform, and keeps its certificate valid. */
@NullMarked
package org.plenum.node.enrolment;

import org.jspecify.annotations.NullMarked;
