/** SIP (RFC 3261) user agent over JAIN-SIP: turns dialogs into call legs. */
@NullMarked
package org.plenum.node.sip;

import org.jspecify.annotations.NullMarked;
