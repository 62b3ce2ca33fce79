/** JMH benchmarks of the media plane's hot paths; run by the profile {@code bench}. */
@NullMarked
package org.plenum.media.bench;

import org.jspecify.annotations.NullMarked;
