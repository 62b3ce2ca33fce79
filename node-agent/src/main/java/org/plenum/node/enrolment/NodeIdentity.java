package org.plenum.node.enrolment;

import org.plenum.model.pki.Credentials;

/**
 * Who an enrolled node is.
 *
 * @param profile what it knows of itself
 * @param credentials its platform certificate, whose root is the platform's authority
 */
public record NodeIdentity(NodeProfile profile, Credentials credentials) {}
