package org.plenum.model.resource;

import org.plenum.model.config.Field;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;

/**
 * A user name and password with which calls answer challenges of a SIP realm (SYS-227 to SYS-229).
 */
@Resource(
    name = "sip_credential",
    label = "SIP credential",
    plural = "SIP credentials",
    menu = Menu.CALL_CONTROL,
    title = "realm",
    help =
        "User name and password with which outgoing calls answer the challenge of a SIP realm. Case matters in all three.")
public record SipCredential(
    @Field(
            label = "Realm",
            help = "Protection space that the challenge names, such as sipproxy.example.com.",
            unique = true,
            caseMatters = true)
        @Length(max = 255)
        String realm,
    @Field(label = "User name", help = "User name in the realm.") @Length(max = 100)
        String username,
    @Field(label = "Password", help = "Password in the realm.") @Secret @Length(max = 100)
        String password) {}
