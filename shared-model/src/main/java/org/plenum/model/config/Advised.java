package org.plenum.model.config;

/** A resource that may be stored with settings which are doubtful but not wrong. */
public interface Advised {
  /**
   * Reports what is doubtful. Called for objects that are stored, so every rule of {@link Checked}
   * holds and the configuration around it has the object in its present form.
   */
  void advise(Advice advice);
}
