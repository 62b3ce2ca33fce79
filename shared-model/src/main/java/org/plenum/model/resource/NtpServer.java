package org.plenum.model.resource;

import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;

/** An NTP server (PLAT-177 to PLAT-181). */
@Resource(
    name = "ntp_server",
    label = "NTP server",
    plural = "NTP servers",
    menu = Menu.SYSTEM,
    title = "address",
    help =
        "A server that nodes and the management service take their time from. At "
            + "least three are recommended.")
public record NtpServer(
    @Field(label = "Address", help = "IP address or host name of the server.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Secure NTP key ID",
            help =
                "Number of the key that authenticates the server; leave it empty for a "
                    + "server without authentication.",
            section = "Authentication")
        @Range(min = 1, max = 65535)
        @Nullable Integer keyId,
    @Field(
            label = "Secure NTP key",
            help = "SHA-1 key that belongs to the key ID.",
            section = "Authentication")
        @Default("")
        @Secret
        @Length(max = 250)
        String key)
    implements Checked {
  @Override
  public void check(Check check) {
    check.require(keyId == null || !key.isEmpty(), "key", "A key ID needs a key.");
    check.require(keyId != null || key.isEmpty(), "key_id", "A key needs a key ID.");
  }
}
