package org.plenum.management.certificate;

import java.util.List;

/** Files cannot be imported; nothing was changed. */
public final class CertificatesRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  CertificatesRefusedException(List<String> problems) {
    super(String.join("\n", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** Why, in sentences that name the file, block, key or certificate. */
  public List<String> problems() {
    return problems;
  }
}
