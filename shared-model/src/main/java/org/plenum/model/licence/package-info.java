/**
 * Licences as documents: what a platform asks an issuer for, and what the issuer signs. See
 * docs/decisions/licences-are-signed-documents.md.
 */
@NullMarked
package org.plenum.model.licence;

import org.jspecify.annotations.NullMarked;
