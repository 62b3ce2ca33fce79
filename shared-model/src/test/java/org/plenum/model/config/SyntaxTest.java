package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;

class SyntaxTest {
  private static void allows(Syntax syntax, String... texts) {
    for (String text : texts) {
      assertThat(syntax.allows(text)).as(syntax + " " + text).isTrue();
    }
  }

  private static void refuses(Syntax syntax, String... texts) {
    for (String text : texts) {
      assertThat(syntax.allows(text)).as(syntax + " " + text).isFalse();
    }
  }

  @Test
  void addresses() {
    allows(Syntax.IPV4, "192.0.2.1", "0.0.0.0", "255.255.255.255");
    refuses(Syntax.IPV4, "192.0.2", "192.0.2.256", "192.0.2.01", "1.2.3.4.5", "::1", "a.b.c.d");
    allows(Syntax.IPV6, "::1", "2001:db8::10", "::ffff:192.0.2.1");
    refuses(Syntax.IPV6, "[::1]", "fe80::1%eth0", "192.0.2.1", ":::", "2001:db8::1::2");
    allows(Syntax.IP_ADDRESS, "192.0.2.1", "::1");
    refuses(Syntax.IP_ADDRESS, "example.com");
  }

  @Test
  @Tag("SYS-032")
  void namesOfADirectory() {
    allows(
        Syntax.LDAP_DN,
        "dc=example,dc=com",
        "ou=people",
        "CN=Smith\\, Ann,OU=Staff,DC=example,DC=com",
        "cn=x+uid=1,o=Example");
    refuses(Syntax.LDAP_DN, "example", "=x", "dc=example,", "ou=people,x");
  }

  @Test
  @Tag("SYS-252")
  void keysOfLicencesAndAddressesOfTheirServers() {
    allows(Syntax.KEY, "AAAA-1111.b_2", "7");
    refuses(Syntax.KEY, "a b", "<a>", "ä", "a/b");
    allows(Syntax.HTTPS_URL, "https://licences.example.com:8443/v1", "HTTPS://192.0.2.1");
    refuses(Syntax.HTTPS_URL, "http://example.com", "https://", "example.com");
  }

  @Test
  @Tag("SYS-053")
  void filtersOfADirectory() {
    allows(
        Syntax.LDAP_FILTER,
        "(objectclass=person)",
        "(&(objectclass=person)(!(objectclass=computer)))",
        "(|(uid={username})(sAMAccountName={username}))",
        "(member:1.2.840.113556.1.4.1941:={userdn})",
        "(cn:dn:2.5.13.5:=x)",
        "(:dn:2.5.13.5:=x)",
        "(cn=*)",
        "(cn=a*b*c)",
        "(cn=\\28x\\29)",
        "(age>=3)",
        "(userCertificate;binary=*)",
        "(&)");
    refuses(
        Syntax.LDAP_FILTER,
        "objectclass",
        "a=b)(c=d",
        "(objectclass)",
        "((objectclass=person))",
        "(&(a=b)",
        "(a=b))",
        "(a=b)(c=d)",
        "(!(a=b)(c=d))",
        "(a=(b))",
        "(a=\\2)",
        "(age>=3*)",
        "(=x)",
        "(:=x)",
        "(!".repeat(5_000) + "(a=b)" + ")".repeat(5_000));
  }

  @Test
  @Tag("INST-121")
  void masksAreContiguous() {
    allows(Syntax.NETMASK, "255.255.255.0", "255.0.0.0", "128.0.0.0", "255.255.255.255");
    refuses(Syntax.NETMASK, "0.0.0.0", "255.0.255.0", "0.0.0.255", "24");
  }

  @Test
  @Tag("INST-061")
  void names() {
    allows(Syntax.HOSTNAME, "node1", "a-b", "x");
    refuses(Syntax.HOSTNAME, "-a", "a-", "a.b", "a_b", "12345", "x".repeat(64));
    allows(Syntax.DOMAIN, "example.com", "local", "a.b.c", "10.example");
    refuses(Syntax.DOMAIN, "example..com", ".com", "example.com.", "192.0.2.1", "exam ple");
    allows(Syntax.FQDN, "node1.example.com");
    refuses(Syntax.FQDN, "node1", "192.0.2.1", "x".repeat(250) + ".com");
    allows(Syntax.HOST, "192.0.2.1", "::1", "ntp.example.com");
    refuses(Syntax.HOST, "ntp:123", "1.2.3");
  }

  @Test
  void mailAndWebAddresses() {
    allows(Syntax.EMAIL, "alice@example.com", "o'brien+x@example.co.uk");
    refuses(Syntax.EMAIL, "alice", "@example.com", "a b@example.com", "a..b@example.com", "a@");
    allows(Syntax.URL, "https://example.com/x?y", "http://192.0.2.1:8080");
    refuses(Syntax.URL, "ftp://example.com", "example.com", "https://", "https:///x", "ht tp://x");
  }

  @Test
  @Tag("SVX-095")
  @Tag("SVC-068")
  void pins() {
    allows(Syntax.PIN, "1234", "123#", "1".repeat(20), "1".repeat(19) + "#");
    refuses(
        Syntax.PIN, "123", "12#", "1".repeat(21), "1".repeat(20) + "#", "12a4", "#123", "1234##");
  }

  @Test
  void regularExpressions() {
    allows(Syntax.REGEX, ".*@example\\.com", "[[:digit:]]+");
    refuses(Syntax.REGEX, "(", "[a");
    assertThat(Syntax.REGEX.message("[a")).contains("closing bracket");
  }

  @Test
  void pem() {
    allows(Syntax.CERTIFICATE_PEM, Sample.CERTIFICATE, Sample.CERTIFICATE + Sample.CERTIFICATE);
    refuses(
        Syntax.CERTIFICATE_PEM,
        "x",
        Sample.PRIVATE_KEY,
        Sample.CERTIFICATE.replaceFirst("MII", "AAA"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
    allows(
        Syntax.PRIVATE_KEY_PEM,
        Sample.PRIVATE_KEY,
        Sample.PRIVATE_KEY.replace("PRIVATE", "ENCRYPTED PRIVATE"),
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n"
            + "AAAA\n-----END RSA PRIVATE KEY-----");
    refuses(Syntax.PRIVATE_KEY_PEM, Sample.CERTIFICATE, "x");
  }
}
