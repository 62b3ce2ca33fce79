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
              SystemLocation.class,
              ManagementVm.class,
              WorkerVm.class,
              Global.class,
              TlsCertificate.class,
              CaCertificate.class,
              GatewayRoutingRule.class,
              Conference.class,
              ConferenceAlias.class,
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
