/** Certificates that come from files and go to files. */
@NullMarked
package org.plenum.console.resource.certificate;

import org.jspecify.annotations.NullMarked;
