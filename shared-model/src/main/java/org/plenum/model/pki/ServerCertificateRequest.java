package org.plenum.model.pki;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request to an authority outside the platform for a certificate that nodes present (SYS-302 to
 * SYS-313). It asks for both server and client authentication. Immutable.
 */
public final class ServerCertificateRequest {
  private static final Set<ASN1ObjectIdentifier> ATTRIBUTES =
      Set.of(BCStyle.O, BCStyle.OU, BCStyle.L, BCStyle.ST, BCStyle.C);
  private static final ASN1ObjectIdentifier MICROSOFT_TEMPLATE =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2");
  private static final String TEMPLATE = "WebServer";

  private final X500Name subject;
  private final SubjectNames names;
  private final boolean microsoftTemplate;

  private ServerCertificateRequest(
      X500Name subject, SubjectNames names, boolean microsoftTemplate) {
    this.subject = subject;
    this.names = names;
    this.microsoftTemplate = microsoftTemplate;
  }

  /**
   * A request that is not signed yet.
   *
   * @param attributes O, OU, L, ST and C of the subject as in {@code O=Example,C=NO}; may be empty
   * @param names subject alternative names
   * @param microsoftTemplate names the certificate template that Microsoft authorities need
   * @throws PkiException if the attributes cannot be read
   */
  public static ServerCertificateRequest of(
      String commonName, String attributes, SubjectNames names, boolean microsoftTemplate) {
    X500NameBuilder subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName);
    for (RDN attribute : parse(attributes)) {
      if (attribute.isMultiValued() || !ATTRIBUTES.contains(attribute.getFirst().getType())) {
        throw new PkiException("only the attributes O, OU, L, ST and C can be given here");
      }
      ASN1ObjectIdentifier type = attribute.getFirst().getType();
      String value = IETFUtils.valueToString(attribute.getFirst().getValue());
      if (type.equals(BCStyle.C) && !value.matches("[A-Za-z]{2}")) {
        throw new PkiException("a country has two letters, such as NO");
      }
      subject.addRDN(type, type.equals(BCStyle.C) ? value.toUpperCase(Locale.ROOT) : value);
    }
    return new ServerCertificateRequest(subject.build(), names, microsoftTemplate);
  }

  private static RDN[] parse(String attributes) {
    try {
      return attributes.isBlank() ? new RDN[0] : new X500Name(attributes).getRDNs();
    } catch (IllegalArgumentException e) {
      throw new PkiException("attributes have the form O=Example,OU=Video,L=Oslo,C=NO", e);
    }
  }

  /** The request as PEM, signed with the private key. */
  public String pem(KeyPair keys) {
    try {
      String algorithm = KeyType.signatureAlgorithm(keys.getPrivate());
      return PemText.block(
          "CERTIFICATE REQUEST",
          new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
              .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions())
              .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException | IOException e) {
      throw new CertificateRequestException("the certificate request cannot be signed", e);
    }
  }

  private Extensions extensions() throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    List<GeneralName> alternatives = new ArrayList<>();
    for (String host : names.hosts()) {
      alternatives.add(new GeneralName(GeneralName.dNSName, host));
    }
    for (InetAddress address : names.addresses()) {
      alternatives.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
    }
    if (!alternatives.isEmpty()) {
      extensions.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(alternatives.toArray(GeneralName[]::new)));
    }
    if (microsoftTemplate) {
      extensions.addExtension(MICROSOFT_TEMPLATE, false, new DERBMPString(TEMPLATE));
    }
    return extensions.generate();
  }
}
