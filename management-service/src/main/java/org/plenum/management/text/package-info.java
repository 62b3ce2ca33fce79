/** The whole configuration as one text that people review and keep under version control. */
@NullMarked
package org.plenum.management.text;

import org.jspecify.annotations.NullMarked;
