/** Imports of certificates, and requests that the answer of an authority completes. */
@NullMarked
package org.plenum.management.certificate;

import org.jspecify.annotations.NullMarked;
