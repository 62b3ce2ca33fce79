package org.plenum.model.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.enrolment.NodeDocumentException.Reason;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PlatformIdentity.Node;
import org.plenum.model.pki.SubjectNames;

class NodeDocumentTest {
  private static final InstantSource BEFORE_EXPIRY =
      InstantSource.fixed(Documents.EXPIRY.minusSeconds(1));

  private final CertificateAuthority authority =
      CertificateAuthority.create("Plenum CA", BEFORE_EXPIRY);
  private final NodeDocumentWriter writer = new NodeDocumentWriter(authority);
  private final NodeDocumentReader reader =
      new NodeDocumentReader(Documents.VERSION, BEFORE_EXPIRY);

  @Test
  @Tag("INST-161")
  void carriesEveryFieldToTheNode() {
    NodeDocument document = Documents.full(authority.certificate());

    assertThat(reader.read(writer.write(document))).isEqualTo(document);
  }

  @Test
  @Tag("INST-161")
  void optionalFieldsMayBeAbsent() throws Exception {
    NodeDocument document = Documents.smallest(authority.certificate());

    assertThat(reader.read(new ByteArrayInputStream(writer.write(document)))).isEqualTo(document);
  }

  @Test
  @Tag("SVC-004")
  void isNamedAfterTheNode() {
    assertThat(Documents.full(authority.certificate()).fileName())
        .isEqualTo("plenum-node7.example.org.xml");
  }

  @Test
  void doesNotShowTheSecretInLogs() {
    assertThat(Documents.full(authority.certificate()).toString())
        .doesNotContain(Documents.SECRET.value());
  }

  @Test
  @Tag("INST-163")
  void changedContentIsNoticed() {
    byte[] payload = NodeDocumentWriter.payload(Documents.full(authority.certificate()));
    String sealed = text(writer.seal(payload));
    for (String changed :
        List.of(
            text(payload).replace("<name>N", "<name>M"),
            text(payload).replace("id=\"7\"", "id=\"8\""),
            text(payload).replace("manager.example.org", "manager.example.com"),
            text(payload) + " ")) {
      assertThat(changed).isNotEqualTo(text(payload));

      assertRejected(
          sealed.replace(
              base64Lines(payload), base64Lines(changed.getBytes(StandardCharsets.UTF_8))),
          Reason.SIGNATURE,
          "was changed");
    }
  }

  @Test
  @Tag("INST-163")
  void signatureOfAnotherAuthorityIsRejected() {
    CertificateAuthority other = CertificateAuthority.create("Plenum CA", BEFORE_EXPIRY);
    byte[] payload = NodeDocumentWriter.payload(Documents.full(authority.certificate()));

    assertRejected(
        text(new NodeDocumentWriter(other).seal(payload)), Reason.SIGNATURE, "signature is wrong");
    assertThatThrownBy(
            () -> new NodeDocumentWriter(other).write(Documents.full(authority.certificate())))
        .hasMessageContaining("another certificate authority");
  }

  @Test
  @Tag("INST-163")
  void certificateThatIsNoAuthorityIsRejected() {
    String node =
        PemText.of(authority.issueWithNewKey(new Node(1), SubjectNames.NONE).certificate());
    String payload =
        text(NodeDocumentWriter.payload(Documents.full(authority.certificate())))
            .replace(PemText.of(authority.certificate()), node);

    assertRejected(sealed(payload), Reason.SIGNATURE, "not the certificate of an authority");
  }

  @Test
  @Tag("INST-163")
  @Tag("SVC-006")
  void otherVersionIsRejected() {
    byte[] xml = writer.write(Documents.full(authority.certificate()));
    NodeDocumentReader newer = new NodeDocumentReader("1.0.1", BEFORE_EXPIRY);

    NodeDocumentException refusal =
        catchThrowableOfType(NodeDocumentException.class, () -> newer.read(xml));

    assertThat(refusal.reason()).isEqualTo(Reason.VERSION);
    assertThat(refusal)
        .hasMessage("the document is for version 1.0.0, this node has version 1.0.1");
  }

  @Test
  @Tag("INST-163")
  void otherSchemaIsRejected() {
    assertRejected(changed("schema=\"1\"", "schema=\"2\""), Reason.VERSION, "schema version 2");
  }

  @Test
  @Tag("INST-163")
  void expiredDocumentIsRejected() {
    byte[] xml = writer.write(Documents.full(authority.certificate()));
    NodeDocumentReader late =
        new NodeDocumentReader(
            Documents.VERSION, InstantSource.fixed(Documents.EXPIRY.plusSeconds(1)));

    NodeDocumentException refusal =
        catchThrowableOfType(NodeDocumentException.class, () -> late.read(xml));

    assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(refusal)
        .hasMessageContaining("expired at 2030-05-08T12:00:00Z")
        .hasMessageContaining("clock of this node shows 2030-05-08T12:00:01Z");
  }

  @Test
  void tooLargeDocumentIsRejectedUnread() {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(writer.write(Documents.full(authority.certificate()))),
            new ByteArrayInputStream(new byte[10 * NodeDocumentReader.MAX_BYTES]));

    NodeDocumentException refusal =
        catchThrowableOfType(NodeDocumentException.class, () -> reader.read(endless));

    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  /** Signed by the right authority, so that only the content can be what is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <hostname>Node7</hostname>      |                                  | <node> lacks <hostname>
          <hostname>Node7</hostname>      | <hostname>no_de</hostname>       | hostname must be
          <hostname>Node7</hostname>      | <hostname>12</hostname>          | hostname must be
          <domain>example.org</domain>    | <domain>-x</domain>              | domain must be
          <role>PROXYING</role>           | <role>BOTH</role>                | role must be
          <role>PROXYING</role>           | <role>PROXYING</role><role/>     | more than one <role>
          <location>Demo</location>       | <location/>                      | location must not be empty
          <location>Demo</location>       | <location>Demo</location><zone/> | unknown <zone>
          <address>192.0.2.7</address>    | <address>192.0.2</address>       | address must be an IPv4 address
          <address>192.0.2.7</address>    | <address>192.0.2.777</address>   | address must be an IPv4 address
          <netmask>255.255.255.0          | <netmask>255.0.255.0             | netmask must be a contiguous
          <ipv6-address>2001:db8::7       | <ipv6-address>2001:db8::x        | ipv6-address must be
          <secondary-netmask>255.255.255.192</secondary-netmask> | | secondary-netmask must be given exactly
          prefix="8"                      | prefix="33"                      | static-route prefix
          <dns-server>192.0.2.53          | <dns-server>not a host           | dns-server must be
          port="443"                      | port="0"                         | endpoint port must be
          port="443"                      | port="https"                     | the attribute port of <endpoint> must be a number
          host="manager.example.org"      |                                  | <endpoint> lacks the attribute host
          id="7"                          | id="0"                           | id must be 1 or more
          <secret>AAEC                    | <secret>                         | secret must be
          <expires>2030                   | <expires>soon2030                | expires must be
          -----BEGIN CERTIFICATE-----     | -----BEGIN NONSENSE-----         | PEM block 1
          """)
  @Tag("INST-163")
  void errorNamesTheElementThatIsWrong(String valid, String wrong, String message) {
    assertRejected(changed(valid, wrong == null ? "" : wrong), Reason.MALFORMED, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<plenum-node/>",
        "<other/>",
        "<plenum-node><payload encoding=\"hex\"/><signature/></plenum-node>",
        "<plenum-node><payload encoding=\"base64\">!</payload>"
            + "<signature algorithm=\"SHA256withECDSA\"/></plenum-node>",
        "<plenum-node><payload encoding=\"base64\"></payload>"
            + "<signature algorithm=\"none\"/></plenum-node>",
        "<!DOCTYPE plenum-node><plenum-node/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><plenum-node>&e;</plenum-node>",
        "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><plenum-node>&b;</plenum-node>",
        "<plenum-node>&undefined;</plenum-node>"
      })
  @Tag("INST-163")
  void whatIsNoDocumentIsRejected(String xml) {
    assertRejected(xml, Reason.MALFORMED, "the document cannot be used: ");
  }

  @Test
  void deeplyNestedXmlIsRejected() {
    assertRejected("<a>".repeat(20_000), Reason.MALFORMED, "nested deeper");
    assertRejected(
        "<a>" + "<b/>".repeat(20_000) + "</a>", Reason.MALFORMED, "more than 1024 elements");
  }

  private String changed(String from, String to) {
    String payload = text(NodeDocumentWriter.payload(Documents.full(authority.certificate())));
    assertThat(payload).contains(from);
    return sealed(payload.replace(from, to));
  }

  private String sealed(String payload) {
    return text(writer.seal(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private void assertRejected(String xml, Reason reason, String message) {
    assertThatThrownBy(() -> reader.read(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            NodeDocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private static String base64Lines(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
