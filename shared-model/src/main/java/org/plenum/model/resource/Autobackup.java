package org.plenum.model.resource;

import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.When;

/** Automatic backups of the management service (SYS-139, SYS-140, OPS-089 to OPS-092). */
@Resource(
    name = "autobackup",
    label = "automatic backup",
    plural = "automatic backup",
    menu = Menu.PLATFORM,
    title = "",
    singleton = true,
    replicated = false,
    help = "A backup of the configuration every day at 01:02 UTC, kept by the management service.")
public record Autobackup(
    @Field(
            label = "Enable automatic backups",
            help = "Make a backup of the configuration every day.")
        @Default("false")
        boolean autobackupEnabled,
    @Field(
            label = "Backup passphrase",
            help =
                "Encrypts every automatic backup. It is needed to restore one and cannot be recovered.")
        @When(field = "autobackup_enabled", is = "true")
        @Default("")
        @Secret
        @Length(max = 100)
        String autobackupPassphrase)
    implements Checked {
  @Override
  public void check(Check check) {
    check.require(
        !autobackupEnabled || !autobackupPassphrase.isEmpty(),
        "autobackup_passphrase",
        "Automatic backups need a passphrase.");
  }
}
