package org.plenum.node.enrolment;

import org.plenum.model.enrolment.NodeDocument;

/** Turns a configuration document into the identity of this node. */
@FunctionalInterface
public interface Enroller {

  /**
   * Enrols, and keeps the identity.
   *
   * @throws EnrolmentFailedException nobody answered, or the answer was a refusal
   */
  NodeIdentity enrol(NodeDocument document) throws EnrolmentFailedException;
}
