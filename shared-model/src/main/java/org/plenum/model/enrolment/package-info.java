/**
 * How nodes and consoles become members of the platform: the signed configuration document of a
 * node, its one-time secret, and the exchange of certificate request and certificate.
 */
@NullMarked
package org.plenum.model.enrolment;

import org.jspecify.annotations.NullMarked;
