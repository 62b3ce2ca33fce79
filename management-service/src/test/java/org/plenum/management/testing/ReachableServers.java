package org.plenum.management.testing;

import org.plenum.management.change.ServerContact;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.Violations;

/** A network in which every server that an object names can be used. */
public final class ReachableServers implements ServerContact {
  @Override
  public boolean concerns(String resource) {
    return false;
  }

  @Override
  public Violations problems(StoredObject object) {
    return Violations.NONE;
  }
}
