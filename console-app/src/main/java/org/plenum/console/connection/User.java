package org.plenum.console.connection;

import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.Licence;
import org.plenum.rpc.console.LoginReply;

/**
 * The administrator who is logged in.
 *
 * @param name user name
 * @param permissions what the management service will allow; the console does not offer the rest
 */
public record User(String name, Permissions permissions) {
  /** From the answer to a log-in. */
  static User of(LoginReply reply) {
    return new User(reply.getUsername(), Permissions.of(reply.getPermissionsList()));
  }

  /** Whether objects of a resource may be seen. */
  public boolean mayView(ResourceType<?> type) {
    return permissions.mayView(type.area());
  }

  /** Whether objects of a resource may be added, changed and deleted. */
  public boolean mayModify(ResourceType<?> type) {
    return !type.managed() && permissions.mayModify(type.area());
  }

  /** Whether objects of a resource may be added; licences belong to the platform once they are. */
  public boolean mayCreate(ResourceType<?> type) {
    return mayModify(type)
        || (type.recordClass() == Licence.class && permissions.mayModify(type.area()));
  }

  /** Whether something besides configuration is allowed. */
  public boolean may(Permission permission) {
    return permissions.has(permission);
  }
}
