package org.plenum.installer.demo;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Trust in a management service of which this machine has the data folder. */
final class PlatformTrust {

  private PlatformTrust() {}

  /** Certificate of the platform's authority. */
  static X509Certificate authority(Path managementFolder) {
    return new CredentialStore(managementFolder.resolve("identity"))
        .load()
        .map(Credentials::root)
        .orElseThrow(
            () ->
                new StartupException(
                    ExitCode.DATA_UNUSABLE,
                    "The data folder " + managementFolder + " has no platform identity."));
  }

  /** Accepts the management service of this platform and nobody else. */
  static SSLContext of(Path managementFolder) {
    return TlsContexts.plain(
        null, new PlatformTrustManager(authority(managementFolder), PeerRequirement.management()));
  }
}
