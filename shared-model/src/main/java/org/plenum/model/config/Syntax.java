package org.plenum.model.config;

import java.util.Optional;
import java.util.function.Predicate;
import org.plenum.model.pattern.AliasPattern;
import org.plenum.model.template.Template;
import org.plenum.model.template.TemplateDialect;

/** Syntaxes of texts. */
public enum Syntax {
  IPV4("an IPv4 address such as 192.0.2.10", Addresses::isIpv4),
  IPV6("an IPv6 address such as 2001:db8::10", Addresses::isIpv6),
  IP_ADDRESS("an IP address", Addresses::isIp),
  NETMASK("a network mask such as 255.255.255.0", Addresses::isNetmask),
  HOSTNAME("a host name of letters, digits and hyphens", Names::isHostname),
  DOMAIN("a domain such as example.com", Names::isDomain),
  FQDN("a full host name such as node1.example.com", Names::isFqdn),
  HOST("an IP address or a host name", text -> Addresses.isIp(text) || Names.isDomain(text)),
  EMAIL("an e-mail address", Names::isEmail),
  URL("a web address that starts with http:// or https://", Names::isWebAddress),
  HTTPS_URL("a web address that starts with https://", Names::isSecureWebAddress),
  RTMP_URL("a web address that starts with rtmp:// or rtmps://", Names::isRtmpAddress),
  SIP_ALIAS("a SIP address such as alice@example.com", Names::isSipAddress),
  DTMF("digits, * and #, with commas for pauses", Names::isDtmfSequence),
  IDENTIFIER("letters, digits and underscores, the first one no digit", Names::isIdentifier),
  KEY("letters, digits, dots, hyphens and underscores", Names::isKey),
  PIN("4 to 20 digits, of which the last can be a # instead", Names::isPin),
  REGEX("a regular expression", text -> AliasPattern.problem(text).isEmpty()) {
    @Override
    public String message(String text) {
      return "This is not a valid regular expression: "
          + AliasPattern.problem(text).orElse("unknown cause")
          + ".";
    }
  },
  ALIAS(
      "letters, digits, dots, hyphens, underscores or plus signs, optionally followed by @ and a"
          + " domain",
      AliasSyntax::isValid),
  LDAP_DN("a distinguished name such as ou=people,dc=example,dc=com", LdapSyntax::isDn),
  LDAP_FILTER("an LDAP filter such as (objectclass=person)", LdapSyntax::isFilter),
  CERTIFICATE_PEM("at least one X.509 certificate in PEM form", Pem::isCertificates),
  PRIVATE_KEY_PEM("a private key in PEM form", Pem::isPrivateKey),
  SYNC_PATTERN(TemplateDialect.SYNC_PATTERN),
  SERVICE_EMAIL(TemplateDialect.SERVICE_EMAIL),
  DEVICE_EMAIL(TemplateDialect.DEVICE_EMAIL),
  POLICY_SCRIPT(TemplateDialect.POLICY_SCRIPT);

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
  private final Predicate<String> test;

  private final Optional<TemplateDialect> dialect;

  Syntax(String description, Predicate<String> test) {
    this.description = description;
    this.test = test;
    this.dialect = Optional.empty();
  }

  Syntax(TemplateDialect dialect) {
    this.description = "a template";
    this.test = text -> Template.problem(text, dialect).isEmpty();
    this.dialect = Optional.of(dialect);
  }

  /** The dialect of templates; empty if texts are none. */
  public Optional<TemplateDialect> dialect() {
    return dialect;
  }

  /** Whether a text has the syntax. */
  public boolean allows(String text) {
    return test.test(text);
  }

  /** The form in which a text that has the syntax is kept, so that equal things look equal. */
  public String canonical(String text) {
    return switch (this) {
      case IPV6, IP_ADDRESS, HOST -> Addresses.isIpv6(text) ? Addresses.canonicalIpv6(text) : text;
      case LDAP_DN -> LdapSyntax.canonicalDn(text);
      case LDAP_FILTER -> LdapSyntax.canonicalFilter(text);
      default -> text;
    };
  }

  /** Tells the reader what is expected in place of the text. */
  public String message(String text) {
    return dialect
        .flatMap(kind -> Template.problem(text, kind))
        .map(problem -> "This is not a valid template. " + problem)
        .orElse("Enter " + description + ".");
  }
}
