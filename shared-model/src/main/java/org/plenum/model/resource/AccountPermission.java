package org.plenum.model.resource;

import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;

/**
 * An entry of the catalogue of permissions (SYS-058, SYS-066): {@link
 * org.plenum.model.access.Permission} as objects that account roles refer to.
 */
@Resource(
    name = "permission",
    label = "permission",
    plural = "permissions",
    menu = Menu.USERS,
    replicated = false,
    managed = true,
    help = "Something that an account role can allow. The list belongs to the platform.")
public record AccountPermission(
    @Field(label = "Name", help = "What the permission allows.", readOnly = true) @Length(max = 250)
        String name,
    @Field(
            label = "Codename",
            help = "Name of the permission for tools.",
            readOnly = true,
            unique = true)
        @Length(max = 100)
        String codename) {}
