package org.plenum.node.enrolment;

/** A node could not enrol; the message is one sentence for whoever gave it the document. */
public final class EnrolmentFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public EnrolmentFailedException(String sentence) {
    super(sentence);
  }

  public EnrolmentFailedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
