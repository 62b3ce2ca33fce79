package org.plenum.model.resource;

import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;

/** A STUN server, which tells its clients their public address (SYS-201 to SYS-209). */
@Resource(
    name = "stun_server",
    label = "STUN server",
    plural = "STUN servers",
    menu = Menu.CALL_CONTROL,
    help =
        "Tells nodes or clients the public address that they have behind a NAT. It is outside the firewall and should be another server than the TURN server.")
public record StunServer(
    @Field(label = "Name", help = "Name of the server.") @Length(max = 250) String name,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(label = "Address", help = "IP address or host name of the server.")
        @Length(max = 255)
        @Format(Syntax.HOST)
        String address,
    @Field(label = "Port", help = "UDP port of the server.")
        @Default("3478")
        @Range(min = 1, max = 65535)
        int port)
    implements Advised {
  /** Identifier of the server that ships with the product (SYS-205). */
  public static final String SHIPPED = "1";

  @Override
  public void advise(Advice advice) {
    NodeAdvice.adviseOnSameServer(advice, this);
  }
}
