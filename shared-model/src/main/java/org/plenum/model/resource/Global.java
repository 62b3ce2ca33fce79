package org.plenum.model.resource;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Embedded;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Range;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Secret;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemException;

/** Settings of the whole platform (SYS-104 to SYS-143). */
@Resource(
    name = "global",
    label = "global settings",
    plural = "global settings",
    menu = Menu.PLATFORM,
    title = "",
    singleton = true,
    help =
        "Settings that hold for the whole platform unless a location, node or "
            + "service says otherwise.")
public record Global(
    @Field(
            label = "Default theme",
            help =
                "Theme of services and rules that have none of their own, and source of the files "
                    + "that their themes lack; empty: the Base theme, which "
                    + "ships with the product.",
            section = "Services")
        @Embedded
        @Nullable Ref<IvrTheme> defaultTheme,
    @Field(
            label = "Guests-only timeout (s)",
            help = "How long a conference goes on with guests only after all hosts have left.",
            section = "Services")
        @Default("60")
        @Range(min = 0, max = 86_400)
        int guestsOnlyTimeout,
    @Field(
            label = "Last participant backstop timeout (s)",
            help =
                "How long a conference goes on with one participant: 60 to 86400, or 0 "
                    + "for ever.",
            section = "Services")
        @Default("0")
        @Range(min = 0, max = 86_400)
        int ejectLastParticipantBackstopTimeout,
    @Field(
            label = "Maximum inbound call bandwidth (kbps)",
            help =
                "Limit of the media that is received from a participant whose service has "
                    + "no limit; empty for none.",
            section = "Services")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateIn,
    @Field(
            label = "Maximum outbound call bandwidth (kbps)",
            help =
                "Limit of the media that is sent to a participant whose service has no "
                    + "limit; empty for none.",
            section = "Services")
        @Range(min = 128, max = 8192)
        @Nullable Integer maxCallrateOut,
    @Field(
            label = "Enable SIP",
            help =
                "SIP over TCP and TLS on all nodes. Without it there is no Lync / Skype for "
                    + "Business (MS-SIP) either.",
            needsRestart = true,
            section = "Connectivity")
        @Default("true")
        boolean enableSip,
    @Field(
            label = "Enable SIP UDP",
            help = "Accept incoming calls in SIP over UDP, which scanners on the Internet abuse.",
            needsRestart = true,
            section = "Connectivity")
        @Default("false")
        boolean enableSipUdp,
    @Field(
            label = "Enable H.323",
            help = "H.323 on all nodes.",
            needsRestart = true,
            section = "Connectivity")
        @Default("true")
        boolean enableH323,
    @Field(
            label = "Enable WebRTC",
            help = "WebRTC on all nodes.",
            needsRestart = true,
            section = "Connectivity")
        @Default("true")
        boolean enableWebrtc,
    @Field(
            label = "Enable RTMP",
            help = "RTMP on all nodes, for streaming and recording.",
            needsRestart = true,
            section = "Connectivity")
        @Default("true")
        boolean enableRtmp,
    @Field(
            label = "Maximum resolution",
            help =
                "Largest picture of video and presentation in new conferences. Full HD costs "
                    + "about twice the capacity and bandwidth, so limit the bandwidth of services "
                    + "that do not need it.",
            section = "Connectivity")
        @Default("hd")
        Resolution maxPixelsPerSecond,
    @Field(
            label = "Enable chat",
            help = "Relay chat between clients in a conference.",
            section = "Connectivity")
        @Default("true")
        boolean enableChat,
    @Field(
            label = "Enable outbound calls",
            help = "Off: neither conferences nor call routing rules can place calls.",
            section = "Connectivity")
        @Default("true")
        boolean enableDialout,
    @Field(
            label = "Enable client API",
            help = "The interface for the web app and other clients.",
            section = "Connectivity")
        @Default("true")
        boolean enableApplicationApi,
    @Field(
            label = "Enable directory",
            help = "Registered clients can look up aliases of services and devices.",
            section = "Connectivity")
        @Default("true")
        boolean enableDirectory,
    @Field(
            label = "Lync / Skype for Business domain",
            help = "SIP domain that Lync or Skype for Business routes to the platform.",
            section = "Connectivity")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.DOMAIN)
        String localMssipDomain,
    @Field(
            label = "Escalate Lync / Skype for Business audio calls",
            help = "Audio calls of Lync and Skype for Business receive video from the conference.",
            section = "Connectivity")
        @Default("false")
        boolean enableLyncAutoEscalate,
    @Field(
            label = "Enable Video-based Screen Sharing",
            help = "Use VbSS with Skype for Business.",
            section = "Connectivity")
        @Default("false")
        boolean enableLyncVbss,
    @Field(
            label = "DSCP value for management traffic",
            help =
                "Mark of administration traffic (SSH, HTTPS, SNMP) of the management node and all "
                    + "conferencing nodes, 0 to 63; empty for none.",
            section = "Connectivity")
        @Range(min = 0, max = 63)
        @Nullable Integer managementQos,
    @Field(
            label = "Enable SSH",
            help =
                "Allow log-in to the operating system of the management node and the conferencing "
                    + "nodes over SSH.",
            section = "Connectivity")
        @Default("true")
        boolean enableSsh,
    @Field(
            label = "Signalling ports start",
            help = "First or last UDP and TCP port that nodes use for this, 10000 to 49999.",
            needsRestart = true,
            section = "Port ranges")
        @Default("33000")
        @Range(min = 10_000, max = 49_999)
        int signallingPortsStart,
    @Field(
            label = "Signalling ports end",
            help = "First or last UDP and TCP port that nodes use for this, 10000 to 49999.",
            needsRestart = true,
            section = "Port ranges")
        @Default("39999")
        @Range(min = 10_000, max = 49_999)
        int signallingPortsEnd,
    @Field(
            label = "Media ports start",
            help = "First or last UDP and TCP port that nodes use for this, 10000 to 49999.",
            needsRestart = true,
            section = "Port ranges")
        @Default("40000")
        @Range(min = 10_000, max = 49_999)
        int mediaPortsStart,
    @Field(
            label = "Media ports end",
            help = "First or last UDP and TCP port that nodes use for this, 10000 to 49999.",
            needsRestart = true,
            section = "Port ranges")
        @Default("49999")
        @Range(min = 10_000, max = 49_999)
        int mediaPortsEnd,
    @Field(
            label = "Disabled codecs",
            help =
                "Codecs that are neither offered nor accepted, from the next call on. For H.264 "
                    + "High Profile use mode 1 only and leave mode 0 off.",
            section = "Codecs")
        @Default("MP4A-LATM_128, H264_H_0, H264_H_1")
        @Embedded
        List<Codec> disabledCodecs,
    @Field(
            label = "SIP TLS certificate verification",
            help =
                "Whether the certificate of every SIP TLS peer must be valid and fit its "
                    + "name. Endpoints then need certificates of their own.",
            section = "Security")
        @Default("OFF")
        TlsVerification sipTlsCertVerifyMode,
    @Field(
            label = "OCSP state",
            help =
                "Whether the issuer is asked if a certificate has been revoked; counts "
                    + "only while certificates are verified.",
            section = "Security")
        @Default("OFF")
        OcspState ocspState,
    @Field(
            label = "OCSP responder URL",
            help =
                "Responder to ask instead of the one that the certificate names, or where "
                    + "it names none.",
            section = "Security")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.URL)
        String ocspResponderUrl,
    @Field(
            label = "PIN break-in protection",
            help =
                "Block a service for up to 10 minutes when too many wrong PINs are entered there. "
                    + "Somebody who does so on purpose keeps others out for that time.",
            section = "Break-in protection")
        @Default("true")
        boolean bdpmPinChecksEnabled,
    @Field(
            label = "Wrong PINs in 10 minutes",
            help =
                "How many a service takes, from addresses outside the allow list, before it is "
                    + "blocked.",
            section = "Break-in protection")
        @When(field = "bdpm_pin_checks_enabled", is = "true")
        @Default("20")
        @Range(min = 5, max = 200)
        int bdpmMaxPinFailuresPerWindow,
    @Field(
            label = "Scan protection",
            help =
                "Block an address for up to 10 minutes when too many wrong aliases are dialled "
                    + "from it. Everybody behind the same firewall shares its fate.",
            section = "Break-in protection")
        @Default("true")
        boolean bdpmScanQuarantineEnabled,
    @Field(
            label = "Wrong aliases in 10 minutes",
            help = "How many an address outside the allow list may dial before it is blocked.",
            section = "Break-in protection")
        @When(field = "bdpm_scan_quarantine_enabled", is = "true")
        @Default("20")
        @Range(min = 5, max = 200)
        int bdpmMaxScanAttemptsPerWindow,
    @Field(
            label = "Enable HTTP access for external systems",
            help = "Allow external systems to use HTTP without encryption.",
            section = "External systems")
        @Default("false")
        boolean legacyApiHttp,
    @Field(
            label = "External system user name",
            help = "User name that external systems present.",
            section = "External systems")
        @Default("")
        @Length(max = 100)
        String legacyApiUsername,
    @Field(
            label = "External system password",
            help = "Password that external systems present.",
            section = "External systems")
        @Default("")
        @Secret
        @Length(max = 100)
        String legacyApiPassword,
    @Field(
            label = "Login banner text",
            help = "Plain text that administrators see before they log in.",
            multiline = true,
            section = "Administrator interface")
        @Default("")
        @Length(max = 4096)
        String logonBanner,
    @Field(
            label = "Session timeout (min)",
            help = "Idle minutes after which an administrator is logged out.",
            section = "Administrator interface")
        @Default("30")
        @Range(min = 5, max = 1440)
        int managementSessionTimeout,
    @Field(
            label = "Enable incident reporting",
            help = "Send a report of every failure of a software component.",
            section = "Reporting")
        @Default("false")
        boolean errorReportingEnabled,
    @Field(
            label = "Incident reporting URL",
            help = "Where incident reports go.",
            section = "Reporting")
        @When(field = "error_reporting_enabled", is = "true")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.URL)
        String errorReportingUrl,
    @Field(
            label = "Send deployment and usage statistics",
            help = "Send figures about deployment and usage; nothing personal is in them.",
            section = "Reporting")
        @Default("false")
        boolean enableAnalytics,
    @Field(
            label = "Licensing server URL",
            help =
                "Where licences are activated, returned and repaired; empty: requests are stored "
                    + "and taken to the issuer by hand.",
            section = "Licensing")
        @Default("")
        @Length(max = 255)
        @Format(Syntax.HTTPS_URL)
        String licensingServerUrl,
    @Field(
            label = "Licence issuer",
            help =
                "Certificates, in PEM form, of the issuers whose licences count; they need"
                    + " elliptic-curve keys. Keep that of a former issuer as long as its licences"
                    + " are in use.",
            multiline = true,
            section = "Licensing")
        @Default("")
        @Length(max = 12_288)
        @Format(Syntax.CERTIFICATE_PEM)
        String licenceIssuerCertificate,
    @Field(
            label = "Enable cloud bursting",
            help = "Start nodes in the cloud when a location fills up, and stop them afterwards.",
            section = "Cloud bursting")
        @Default("false")
        boolean burstingEnabled,
    @Field(
            label = "Bursting threshold (HD calls)",
            help =
                "A node in the overflow location is started when a location has room for no more "
                    + "than this number of further HD calls.",
            section = "Cloud bursting")
        @When(field = "bursting_enabled", is = "true")
        @Range(min = 1)
        @Nullable Integer burstingThreshold,
    @Field(
            label = "AWS access key ID",
            help = "Access key of the AWS user that may start and stop the nodes.",
            section = "Cloud bursting")
        @When(field = "bursting_enabled", is = "true")
        @Length(max = 40)
        @Nullable String awsAccessKey,
    @Field(
            label = "AWS secret access key",
            help = "Secret that belongs to the access key.",
            section = "Cloud bursting")
        @When(field = "bursting_enabled", is = "true")
        @Secret
        @Length(max = 250)
        @Nullable String awsSecretKey)
    implements Checked, Advised {
  private static final int MIN_BACKSTOP = 60;
  private static final int MIN_MEDIA_PORTS = 100;

  @Override
  public void check(Check check) {
    check.require(
        ejectLastParticipantBackstopTimeout == 0
            || ejectLastParticipantBackstopTimeout >= MIN_BACKSTOP,
        "eject_last_participant_backstop_timeout",
        "Enter 0, or a number from 60 to 86400.");
    check.require(
        ocspState != OcspState.OVERRIDE || !ocspResponderUrl.isEmpty(),
        "ocsp_responder_url",
        "The state Override needs the URL of a responder.");
    checkPorts(check);
    check.require(
        areIssuersUsable(),
        "licence_issuer_certificate",
        "Enter certificates with elliptic-curve keys, and nothing else.");
  }

  @Override
  public void advise(Advice advice) {
    if (burstingEnabled) {
      adviseOnBursting(advice, burstingThreshold, "bursting_threshold");
      adviseOnBursting(advice, awsAccessKey, "aws_access_key");
      adviseOnBursting(advice, awsSecretKey, "aws_secret_key");
    }
  }

  private static void adviseOnBursting(Advice advice, @Nullable Object value, String field) {
    if (value == null || value.equals("")) {
      advice.doubt(field, "Without this no node is started in the cloud.");
    }
  }

  /** Certificates of the issuers whose licences count. */
  public List<X509Certificate> licenceIssuers() {
    return licenceIssuerCertificate.isEmpty()
        ? List.of()
        : PemBundle.parse(licenceIssuerCertificate).certificates();
  }

  private boolean areIssuersUsable() {
    if (licenceIssuerCertificate.isEmpty()) {
      return true;
    }
    try {
      PemBundle bundle = PemBundle.parse(licenceIssuerCertificate);
      return bundle.privateKeys().isEmpty()
          && bundle.certificates().stream()
              .allMatch(issuer -> issuer.getPublicKey().getAlgorithm().equals("EC"));
    } catch (PemException e) {
      return false;
    }
  }

  private void checkPorts(Check check) {
    check.require(
        signallingPortsStart < signallingPortsEnd,
        "signalling_ports_end",
        "The last port must be greater than the first.");
    check.require(
        mediaPortsEnd - mediaPortsStart + 1 >= MIN_MEDIA_PORTS,
        "media_ports_end",
        "The range must have at least 100 ports.");
    check.require(
        signallingPortsEnd < mediaPortsStart || mediaPortsEnd < signallingPortsStart,
        "media_ports_start",
        "The ranges of signalling and media ports must not overlap.");
  }
}
