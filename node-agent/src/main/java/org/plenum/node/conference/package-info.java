/**
 * Conference instances: who is in, who waits, who is heard and what each participant sees. One
 * instance is a state machine with a single owner; {@link org.plenum.node.conference.Conferences}
 * is the way in for routing, commands and status.
 */
@NullMarked
package org.plenum.node.conference;

import org.jspecify.annotations.NullMarked;
