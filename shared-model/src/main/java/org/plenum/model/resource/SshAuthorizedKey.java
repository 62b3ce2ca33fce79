package org.plenum.model.resource;

import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Inverse;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Resource;

/** A public key with which the administrator of the operating system logs in (SYS-023). */
@Resource(
    name = "ssh_authorized_key",
    label = "SSH authorised key",
    plural = "SSH authorised keys",
    menu = Menu.SYSTEM,
    title = "comment",
    help =
        "A public key that admits its owner to the operating system of the nodes that choose it, as user admin over SSH.")
@Inverse(
    field = "nodes",
    of = {WorkerVm.class, ManagementVm.class},
    by = "ssh_authorized_keys",
    label = "Nodes",
    help = "The management node and conferencing nodes that admit the owner of the key.")
public record SshAuthorizedKey(
    @Field(
            label = "Key type",
            help = "Algorithm of the key, the first word of an OpenSSH public key.")
        @Default("ssh-rsa")
        SshKeyType keytype,
    @Field(
            label = "Key",
            help = "The key in Base64, the second word of an OpenSSH public key.",
            unique = true)
        @Length(max = 2500)
        String key,
    @Field(label = "Comment", help = "Whose key this is, the rest of an OpenSSH public key.")
        @Default("")
        @Length(max = 250)
        String comment)
    implements Checked {
  @Override
  public void check(Check check) {
    SshPublicKey.problem(keytype, key).ifPresent(problem -> check.reject("key", problem));
  }
}
