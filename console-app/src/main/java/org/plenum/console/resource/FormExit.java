package org.plenum.console.resource;

import org.plenum.console.configuration.ConfigurationObject;

/** Where a form leads when it is done with. */
interface FormExit {
  /**
   * A new object has been created; it may be of another resource, and has taken this one's place.
   */
  void created(ConfigurationObject object);

  /** The administrator leaves without saving. */
  void cancelled();
}
