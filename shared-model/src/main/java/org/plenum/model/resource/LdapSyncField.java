package org.plenum.model.resource;

import java.util.Set;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.LdapSyntax;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.template.Template;
import org.plenum.model.template.TemplateDialect;

/** A further attribute of the directory for use in templates (SVC-286 to SVC-291). */
@Resource(
    name = "ldap_sync_field",
    label = "LDAP sync field",
    plural = "LDAP sync fields",
    menu = Menu.UTILITIES,
    replicated = false,
    help = "An attribute of the directory that LDAP sync templates can use besides the usual ones.")
public record LdapSyncField(
    @Field(
            label = "LDAP field name",
            help = "Name of the attribute in the directory. Case matters.")
        @Length(max = 250)
        String name,
    @Field(
            label = "Template variable name",
            help =
                "Name of the attribute in templates: letters, digits and underscores. Case "
                    + "matters.")
        @Length(max = 250)
        @Format(Syntax.IDENTIFIER)
        String templateVariableName,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Is binary",
            help =
                "For attributes such as GUIDs that are neither text nor numbers and need to be "
                    + "encoded.",
            section = "Advanced options")
        @Default("false")
        boolean isBinary)
    implements Checked {
  /** Variables that templates have anyway. */
  public static final Set<String> STANDARD_VARIABLES =
      TemplateDialect.SYNC_PATTERN.samples().keySet();

  @Override
  public void check(Check check) {
    check.require(
        LdapSyntax.isAttribute(name)
            || check.wasStored(LdapSyncField.class, before -> before.name().equals(name)),
        "name",
        "Enter the name of an attribute, such as telephoneNumber.");
    check.require(
        !STANDARD_VARIABLES.contains(templateVariableName),
        "template_variable_name",
        "Templates have a variable of this name already.");
    check.require(
        !Template.isReserved(templateVariableName),
        "template_variable_name",
        "This is a word of the template language.");
    boolean taken =
        check
            .view()
            .all(LdapSyncField.class)
            .anyMatch(
                other ->
                    other.id() != check.id()
                        && other.value().templateVariableName().equals(templateVariableName));
    check.require(
        !taken, "template_variable_name", "Another LDAP sync field has this variable already.");
  }
}
