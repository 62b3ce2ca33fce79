package org.plenum.management.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.plenum.management.ldap.ServiceLookup;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;

/**
 * A directory in this process that offers TLS on a port of its own and on request. In DNS it is
 * {@value #SECURE} and {@value #ON_REQUEST}.
 */
public final class TestDirectory implements AutoCloseable {
  public static final String BASE = "dc=example,dc=com";
  public static final String READER = "cn=reader," + BASE;
  public static final String READER_PASSWORD = "may only look";

  /** Name of the server where TLS comes first. */
  public static final String SECURE = "secure.test";

  /** Name of the server where TLS is asked for. */
  public static final String ON_REQUEST = "onrequest.test";

  /** How administrators are looked up in it, besides the local accounts. */
  public static final Map<String, Object> SETTINGS =
      Map.of(
          "source",
          "LDAP+LOCAL",
          "ldap_server",
          SECURE,
          "ldap_bind_username",
          READER,
          "ldap_bind_password",
          READER_PASSWORD,
          "ldap_base_dn",
          BASE);

  private final Credentials credentials;
  private final InMemoryDirectoryServer server;
  private final List<String> filters = new CopyOnWriteArrayList<>();
  private final List<String> simpleBinds = new CopyOnWriteArrayList<>();

  /** With a certificate for this machine. */
  public TestDirectory() {
    this("localhost");
  }

  /** With a certificate for another name. */
  public TestDirectory(String name) {
    credentials =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.EC_P256, name, SubjectNames.of(name));
    SSLContext tls = TlsContexts.plain(new ReloadableKeyManager(credentials), null);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      config.addAdditionalBindCredentials(READER, READER_PASSWORD);
      config.setSchema(null);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPSConfig(
              "secure", loopback, 0, tls.getServerSocketFactory(), null),
          InMemoryListenerConfig.createLDAPConfig("request", loopback, 0, tls.getSocketFactory()));
      config.addInMemoryOperationInterceptor(
          new InMemoryOperationInterceptor() {
            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
              filters.add(request.getRequest().getFilter().toString());
            }

            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
              simpleBinds.add(request.getRequest().getBindDN());
            }
          });
      server = new InMemoryDirectoryServer(config);
      server.add("dn: " + BASE, "objectClass: domain", "dc: example");
      server.startListening();
    } catch (LDAPException | LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a record in the form of LDIF. */
  public void add(String... lines) {
    try {
      server.add(lines);
    } catch (LDAPException | LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Certificate that clients have to trust, in PEM form. */
  public String certificate() {
    return PemText.of(credentials.certificate());
  }

  /** Filters of the searches so far. */
  public List<String> filters() {
    return filters;
  }

  /** Who has sent a password so far. */
  public List<String> simpleBinds() {
    return simpleBinds;
  }

  /** {@link #SETTINGS} with more, or others. */
  public static Map<String, Object> settingsWith(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(SETTINGS);
    all.putAll(more);
    return all;
  }

  /** DNS as far as this directory is concerned. */
  public ServiceLookup lookup() {
    return name ->
        switch (name) {
          case "_ldaps._tcp." + SECURE -> List.of(service("secure"));
          case "_ldap._tcp." + ON_REQUEST -> List.of(service("request"));
          default -> List.of();
        };
  }

  private ServiceLookup.Service service(String listener) {
    return new ServiceLookup.Service("localhost", server.getListenPort(listener));
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
