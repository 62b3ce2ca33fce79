package org.plenum.model.enrolment;

/**
 * Where a node reaches the management service.
 *
 * @param host name or IP address
 * @param port HTTPS
 */
public record ManagementEndpoint(String host, int port) {
  /** Port on which the service listens, and is looked for, unless another is given. */
  public static final int DEFAULT_PORT = 18443;

  /** Checks each field. */
  public ManagementEndpoint {
    Fields.hostOrAddress("management endpoint host", host);
    Fields.port("management endpoint port", port);
  }

  /** As authority of a URL. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
