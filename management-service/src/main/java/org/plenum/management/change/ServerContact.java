package org.plenum.management.change;

import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Violations;

/** Contacts the servers that some objects name, since those are saved only while they answer. */
public interface ServerContact {
  /** Leaves everybody alone. */
  ServerContact NONE =
      new ServerContact() {
        @Override
        public boolean concerns(String resource) {
          return false;
        }

        @Override
        public Violations problems(StoredObject object) {
          return Violations.NONE;
        }
      };

  /** Whether objects of a resource name such a server. */
  boolean concerns(String resource);

  /**
   * Contacts the server that an object names. May take some seconds.
   *
   * @param object as it would be stored
   * @return why it cannot be used, by field
   */
  Violations problems(StoredObject object);
}
