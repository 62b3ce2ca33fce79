package org.plenum.model.config;

/** An enum constant that is a value of a configuration field. */
public interface Choice {
  /** Value in the API, the store and the replicas. */
  String wire();

  /** Text in forms and tables. */
  String label();
}
