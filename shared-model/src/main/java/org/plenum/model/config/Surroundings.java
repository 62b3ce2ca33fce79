package org.plenum.model.config;

/** What the rules of an object see: which object it is, and the configuration around it. */
public sealed class Surroundings permits Advice, Check {
  private final long id;
  private final ConfigurationView view;

  Surroundings(long id, ConfigurationView view) {
    this.id = id;
    this.view = view;
  }

  /** Identifier of the object; 0 while it is being created. */
  public final long id() {
    return id;
  }

  /** The configuration as it would be with the change. May still hold the object's old form. */
  public final ConfigurationView view() {
    return view;
  }

  /** Whether a reference leads to the object itself. */
  public final boolean isSelf(Ref<?> ref) {
    return ref.id() == id;
  }
}
