package org.plenum.management.change;

import java.security.PrivateKey;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemException;
import org.plenum.model.pki.PemText;

/** Private keys that clients give, which may be encrypted (SYS-274). */
final class OwnKey {
  static final String KEY = "private_key";
  static final String PASSPHRASE = "private_key_passphrase";

  /** A longer one is none of the field's: the rules say so. */
  private static final int MAX_PASSPHRASE = 250;

  private OwnKey() {}

  /** The object with its key decrypted and without the passphrase, which is needed only once. */
  static Values opened(Values object, Violations.Builder violations) {
    String passphrase = object.text(PASSPHRASE);
    if (passphrase.isEmpty() || passphrase.length() > MAX_PASSPHRASE) {
      return object;
    }
    try {
      PrivateKey key = PemBundle.parse(object.text(KEY), passphrase).onlyPrivateKey();
      return object.with(KEY, PemText.of(key)).with(PASSPHRASE, "");
    } catch (PemException e) {
      violations.add(KEY, e.sentence());
    }
    return object;
  }
}
