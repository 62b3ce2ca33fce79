/** UDP sockets of the media plane: event loops, port pairs, demultiplexing by first octet. */
@NullMarked
package org.plenum.media.transport;

import org.jspecify.annotations.NullMarked;
