package org.plenum.management.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plenum.management.testing.TestDirectory;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/**
 * OpenLDAP (packages slapd and libsasl2-modules) with users, groups and a certificate of its own.
 * Names are looked up as for {@link TestDirectory}.
 */
final class Slapd implements AutoCloseable {
  static final String BASE = TestDirectory.BASE;
  static final String READER = "uid=reader,ou=people," + BASE;
  static final String PASSWORD = "correct horse";
  static final String VIEWERS = "cn=Viewers,ou=groups," + BASE;
  static final String OPERATORS = "cn=Operators,ou=groups," + BASE;

  private static final String ROOT = "cn=root," + BASE;
  private static final String CONFIGURATION =
      """
      include /etc/ldap/schema/core.schema
      include /etc/ldap/schema/cosine.schema
      include /etc/ldap/schema/inetorgperson.schema
      modulepath /usr/lib/ldap
      moduleload back_mdb
      moduleload memberof
      TLSCertificateFile %1$s/certificate.pem
      TLSCertificateKeyFile %1$s/key.pem
      password-hash {CLEARTEXT}
      sasl-host localhost
      authz-regexp "uid=([^,]*),.*cn=digest-md5,cn=auth" "uid=$1,ou=people,%2$s"
      database mdb
      suffix "%2$s"
      rootdn "%3$s"
      rootpw "%4$s"
      directory %1$s/data
      overlay memberof
      """;

  private final Credentials credentials;
  private final int port;
  private final int securePort;
  private final Process process;

  private Slapd(Credentials credentials, int port, int securePort, Process process) {
    this.credentials = credentials;
    this.port = port;
    this.securePort = securePort;
    this.process = process;
  }

  /** With its files in a folder. */
  static Slapd start(Path folder) throws IOException, LDAPException, LDIFException {
    Credentials credentials =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.RSA_2048, "localhost", SubjectNames.of("localhost"));
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("certificate.pem"), PemText.of(credentials.chain()));
    Files.writeString(folder.resolve("key.pem"), PemText.of(credentials.privateKey()));
    Path configuration = folder.resolve("slapd.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(folder, BASE, ROOT, PASSWORD));
    int port = freePort();
    int securePort = freePort();
    Process process =
        new ProcessBuilder(
                "/usr/sbin/slapd",
                "-f",
                configuration.toString(),
                "-h",
                "ldap://127.0.0.1:%d ldaps://127.0.0.1:%d".formatted(port, securePort),
                "-d",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Slapd slapd = new Slapd(credentials, port, securePort, process);
    try {
      slapd.fill();
    } catch (LDAPException | LDIFException | RuntimeException | Error e) {
      slapd.close();
      throw e;
    }
    return slapd;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Groups are added while the server runs, which then notes them in the records of members. */
  private void fill() throws LDAPException, LDIFException {
    try (LDAPConnection root = new LDAPConnection()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(
              () -> {
                root.connect("localhost", port);
                return true;
              });
      root.bind(ROOT, PASSWORD);
      root.add("dn: " + BASE, "objectClass: domain", "dc: example");
      root.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
      root.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
      for (String name : List.of("reader", "viewer", "operator", "stranger")) {
        root.add(
            "dn: uid=%s,ou=people,%s".formatted(name, BASE),
            "objectClass: inetOrgPerson",
            "uid: " + name,
            "cn: " + name,
            "sn: " + name,
            "userPassword: " + PASSWORD);
      }
      addGroup(root, VIEWERS, "viewer");
      addGroup(root, OPERATORS, "operator");
    }
  }

  private static void addGroup(LDAPConnection root, String dn, String member)
      throws LDAPException, LDIFException {
    root.add(
        "dn: " + dn,
        "objectClass: groupOfNames",
        "member: uid=%s,ou=people,%s".formatted(member, BASE));
  }

  /** Certificate that clients have to trust, in PEM form. */
  String certificate() {
    return PemText.of(credentials.certificate());
  }

  /** DNS as far as this directory is concerned. */
  ServiceLookup lookup() {
    return name ->
        switch (name) {
          case "_ldaps._tcp." + TestDirectory.SECURE ->
              List.of(new ServiceLookup.Service("localhost", securePort));
          case "_ldap._tcp." + TestDirectory.ON_REQUEST ->
              List.of(new ServiceLookup.Service("localhost", port));
          default -> List.of();
        };
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
