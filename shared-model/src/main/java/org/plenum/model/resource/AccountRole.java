package org.plenum.model.resource;

import java.util.List;
import org.plenum.model.access.Permission;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Embedded;
import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Stored;

/** An account role: what administrators who have it may do (SYS-056 to SYS-065). */
@Resource(
    name = "role",
    label = "account role",
    plural = "account roles",
    menu = Menu.USERS,
    replicated = false,
    help =
        "What administrators may do. Permissions add up: who has several roles may do what any of"
            + " them allows.")
public record AccountRole(
    @Field(label = "Name", help = "What the role is for, such as auditor.", unique = true)
        @Length(max = 250)
        String name,
    @Field(
            label = "Permissions",
            help =
                "What the role allows. \"Is an administrator\" is always needed, and the right to"
                    + " use the console, the API or both.")
        @Default("")
        @Embedded
        List<Ref<AccountPermission>> permissions)
    implements Checked {
  @Override
  public void check(Check check) {
    boolean administrator =
        permissions.stream()
            .flatMap(permission -> check.view().find(AccountPermission.class, permission).stream())
            .map(Stored::value)
            .anyMatch(
                permission -> permission.codename().equals(Permission.IS_ADMINISTRATOR.codename()));
    check.require(
        administrator,
        "permissions",
        "Every role needs the permission \"" + Permission.IS_ADMINISTRATOR.label() + "\".");
  }
}
