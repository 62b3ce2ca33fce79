package org.plenum.node.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plenum.media.MediaEngineConfig;
import org.plenum.media.PortRange;
import org.plenum.media.codec.AudioCodec;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.resource.Codec;
import org.plenum.model.resource.Global;
import org.plenum.node.routing.NodeConfiguration;
import org.plenum.node.sdp.MediaSettings;
import org.plenum.node.sip.ListeningAddress;
import org.plenum.node.sip.SipSettings;
import org.plenum.node.sip.SipSettings.Limits;
import org.plenum.node.sip.SipSettings.SessionTimers;
import org.plenum.node.sip.SipTransport;

/**
 * Translates the configuration into settings of media and signalling (SYS-109, SYS-110, SYS-125,
 * SYS-127, SVC-037). Codecs and the name of the node in SIP over TLS are read for each call, keys
 * for each connection; the rest is in force until the node is restarted.
 *
 * @param configuration of this node
 * @param sip where SIP over UDP and TCP is received
 * @param sipTls where SIP over TLS is received
 * @param keys what SIP over TLS presents
 */
public record CallSettings(
    NodeConfiguration configuration,
    InetSocketAddress sip,
    InetSocketAddress sipTls,
    ReloadableKeyManager keys) {

  /** Settings of the media plane. */
  public MediaEngineConfig media() {
    Global global = configuration.global();
    return MediaEngineConfig.on(sip.getAddress())
        .withPorts(new PortRange(global.mediaPortsStart(), global.mediaPortsEnd()));
  }

  /** Settings of the SIP user agent; empty if SIP is switched off. */
  public Optional<SipSettings> signalling() {
    Global global = configuration.global();
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
            "Plenum/" + ProductVersion.current(),
            this::forCall,
            Limits.DEFAULT,
            SessionTimers.DEFAULT));
  }

  /** What a call that begins now may use; a codec that is switched off vanishes (SYS-128). */
  private SipSettings.ForCall forCall() {
    Set<Codec> disabled = Set.copyOf(configuration.global().disabledCodecs());
    MediaSettings all = MediaSettings.DEFAULT;
    List<Integer> h264Modes =
        all.h264Modes().stream().filter(mode -> !disabled.contains(h264(mode))).toList();
    return new SipSettings.ForCall(
        configuration
            .node()
            .map(node -> node.value().alternativeFqdn())
            .filter(name -> !name.isEmpty()),
        all.with(
            all.audioCodecs().stream().filter(codec -> !disabled.contains(of(codec))).toList(),
            all.videoCodecs().stream()
                .filter(
                    codec ->
                        switch (codec) {
                          case H264 -> !h264Modes.isEmpty();
                          case VP8 -> !disabled.contains(Codec.VP8);
                        })
                .toList(),
            h264Modes));
  }

  private static Codec of(AudioCodec codec) {
    return switch (codec) {
      case OPUS -> Codec.OPUS;
      case G722 -> Codec.G722;
      case PCMU -> Codec.PCMU;
      case PCMA -> Codec.PCMA;
    };
  }

  private static Codec h264(int packetizationMode) {
    return packetizationMode == 0 ? Codec.H264_BASELINE_0 : Codec.H264_BASELINE_1;
  }
}
