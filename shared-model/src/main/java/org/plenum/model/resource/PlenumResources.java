package org.plenum.model.resource;

import java.util.List;
import org.plenum.model.config.ResourceCatalog;

/** The resources of the platform. A new resource is added to the list here. */
public final class PlenumResources {
  private static final ResourceCatalog CATALOG =
      ResourceCatalog.of(
          List.of(
              DnsServer.class,
              NtpServer.class,
              SyslogServer.class,
              SmtpServer.class,
              SnmpNetworkManagementSystem.class,
              HostSystem.class,
              StaticRoute.class,
              HttpProxy.class,
              EventSink.class,
              SshAuthorizedKey.class,
              ManagementVm.class,
              WorkerVm.class,
              SystemLocation.class,
              Global.class,
              Autobackup.class,
              TlsCertificate.class,
              CaCertificate.class,
              CertificateSigningRequest.class,
              Licence.class,
              LicenceRequest.class,
              H323Gatekeeper.class,
              SipProxy.class,
              MssipProxy.class,
              TurnServer.class,
              StunServer.class,
              PolicyServer.class,
              SipCredential.class,
              BreakInAllowListAddress.class,
              Conference.class,
              GatewayRoutingRule.class,
              ConferenceAlias.class,
              Registration.class,
              Device.class,
              AutomaticParticipant.class,
              IvrTheme.class,
              LdapSyncSource.class,
              ConferenceSyncTemplate.class,
              LdapSyncField.class,
              Authentication.class,
              AccountRole.class,
              AccountPermission.class,
              LdapRole.class));

  private PlenumResources() {}

  /** All resources in the order in which they are shown. */
  public static ResourceCatalog catalog() {
    return CATALOG;
  }
}
