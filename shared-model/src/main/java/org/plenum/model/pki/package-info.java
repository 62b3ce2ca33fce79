/**
 * The platform's own public key infrastructure: one certificate authority held by the management
 * service, certificates for the management service, nodes and consoles, and the TLS contexts in
 * which these identify each other.
 */
@NullMarked
package org.plenum.model.pki;

import org.jspecify.annotations.NullMarked;
