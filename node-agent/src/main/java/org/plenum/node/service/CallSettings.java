package org.plenum.node.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.media.MediaEngineConfig;
import org.plenum.media.PortRange;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.resource.Codec;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.WorkerVm;
import org.plenum.node.sdp.MediaSettings;
import org.plenum.node.sip.ListeningAddress;
import org.plenum.node.sip.SipSettings;
import org.plenum.node.sip.SipSettings.Limits;
import org.plenum.node.sip.SipSettings.SessionTimers;
import org.plenum.node.sip.SipTransport;

/**
 * Translates the configuration into settings of media and signalling (SYS-109, SYS-110, SYS-125,
 * SYS-127, SVC-037). They are in force until the node is restarted.
 *
 * @param global settings of the whole platform
 * @param node this node
 * @param sip where SIP over UDP and TCP is received
 * @param sipTls where SIP over TLS is received
 * @param keys what SIP over TLS presents
 */
public record CallSettings(
    Global global,
    WorkerVm node,
    InetSocketAddress sip,
    InetSocketAddress sipTls,
    ReloadableKeyManager keys) {

  /** Settings of the media plane. */
  public MediaEngineConfig media() {
    return MediaEngineConfig.on(sip.getAddress())
        .withPorts(new PortRange(global.mediaPortsStart(), global.mediaPortsEnd()));
  }

  /** Settings of the SIP user agent; empty if SIP is switched off. */
  public Optional<SipSettings> signalling() {
    if (!global.enableSip()) {
      return Optional.empty();
    }
    InetAddress address = sip.getAddress();
    List<ListeningAddress> listeners = new ArrayList<>();
    listeners.add(new ListeningAddress(SipTransport.TCP, address, sip.getPort()));
    listeners.add(new ListeningAddress(SipTransport.TLS, sipTls.getAddress(), sipTls.getPort()));
    if (global.enableSipUdp()) {
      listeners.add(new ListeningAddress(SipTransport.UDP, address, sip.getPort()));
    }
    return Optional.of(
        new SipSettings(
            listeners,
            Optional.of(TlsContexts.plain(keys, null)),
            Optional.of(node.alternativeFqdn()).filter(name -> !name.isEmpty()),
            "Plenum/" + ProductVersion.current(),
            codecs(),
            Limits.DEFAULT,
            SessionTimers.DEFAULT));
  }

  private MediaSettings codecs() {
    Set<Codec> disabled = global.disabledCodecs().stream().collect(Collectors.toUnmodifiableSet());
    MediaSettings all = MediaSettings.DEFAULT;
    return new MediaSettings(
        all.audioCodecs().stream().filter(codec -> !disabled.contains(of(codec))).toList(),
        all.videoCodecs().stream().filter(codec -> isEnabled(codec, disabled)).toList(),
        all.maxWidth(),
        all.maxHeight(),
        all.maxFps(),
        all.maxSendKbps(),
        all.maxReceiveKbps(),
        all.cryptoMode());
  }

  private static Codec of(AudioCodec codec) {
    return switch (codec) {
      case OPUS -> Codec.OPUS;
      case G722 -> Codec.G722;
      case PCMU -> Codec.PCMU;
      case PCMA -> Codec.PCMA;
    };
  }

  /** H.264 is used while at least one packetisation mode of the baseline profile is chosen. */
  private static boolean isEnabled(VideoCodec codec, Set<Codec> disabled) {
    return switch (codec) {
      case H264 -> !disabled.containsAll(Set.of(Codec.H264_BASELINE_0, Codec.H264_BASELINE_1));
      case VP8 -> !disabled.contains(Codec.VP8);
    };
  }
}
