package org.plenum.node.sdp;

/** Offers as endpoints of different kinds write them. */
final class SdpVectors {
  private SdpVectors() {}

  /** Soft phone: Opus first, H.264 in both packetisation modes, feedback in RTP/AVP. */
  static final String BARESIP =
      """
      v=0
      o=- 3872915634 1 IN IP4 192.0.2.10
      s=-
      c=IN IP4 192.0.2.10
      t=0 0
      a=tool:baresip 1.0.0
      m=audio 22000 RTP/AVP 96 9 0 8 101
      a=rtpmap:96 opus/48000/2
      a=fmtp:96 stereo=1;sprop-stereo=1;useinbandfec=1
      a=rtpmap:9 G722/8000
      a=rtpmap:0 PCMU/8000
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=rtcp:22001
      a=sendrecv
      a=label:1
      a=rtcp-rsize
      a=ssrc:2748 cname:sip:a@192.0.2.10
      a=ptime:20
      m=video 22002 RTP/AVP 97 98
      b=AS:512
      a=rtpmap:97 H264/90000
      a=fmtp:97 packetization-mode=0;profile-level-id=42e01f
      a=rtpmap:98 H264/90000
      a=fmtp:98 packetization-mode=1;profile-level-id=42e01f
      a=rtcp:22003
      a=sendrecv
      a=label:2
      a=rtcp-fb:* nack
      a=rtcp-fb:* nack pli
      """;

  /** Soft phone: AVPF, VP8 and H.264, SDES keys offered beside plain RTP. */
  static final String LINPHONE =
      """
      v=0
      o=amy 1021 2311 IN IP4 192.0.2.20
      s=Talk
      c=IN IP4 192.0.2.20
      b=AS:380
      t=0 0
      a=rtcp-xr:rcvr-rtt=all:10000 stat-summary=loss,dup,jitt,TTL voip-metrics
      m=audio 7078 RTP/AVPF 96 97 98 0 8 18 101 99 100
      a=rtpmap:96 opus/48000/2
      a=fmtp:96 useinbandfec=1
      a=rtpmap:97 speex/16000
      a=fmtp:97 vbr=on
      a=rtpmap:98 speex/8000
      a=fmtp:98 vbr=on
      a=fmtp:18 annexb=yes
      a=rtpmap:101 telephone-event/48000
      a=rtpmap:99 telephone-event/16000
      a=rtpmap:100 telephone-event/8000
      a=rtcp-fb:* trr-int 5000
      a=rtcp-fb:* ccm tmmbr
      m=video 9078 RTP/AVPF 96 97
      a=rtpmap:96 VP8/90000
      a=rtpmap:97 H264/90000
      a=fmtp:97 profile-level-id=42801F
      a=rtcp-fb:* trr-int 5000
      a=rtcp-fb:* ccm tmmbr
      a=rtcp-fb:96 nack pli
      a=rtcp-fb:96 nack sli
      a=rtcp-fb:96 ccm fir
      a=rtcp-fb:97 nack pli
      a=rtcp-fb:97 ccm fir
      """;

  /** Room system: wideband first, several H.264 profiles with max-*, slides, BFCP and FECC. */
  static final String ROOM_SYSTEM =
      """
      v=0
      o=room 17 1 IN IP4 192.0.2.30
      s=-
      c=IN IP4 192.0.2.30
      b=AS:4000
      t=0 0
      m=audio 2326 RTP/AVP 107 108 9 8 0 18 101
      b=TIAS:128000
      a=rtpmap:107 MP4A-LATM/90000
      a=fmtp:107 profile-level-id=25;object=23;bitrate=128000
      a=rtpmap:108 G7221/16000
      a=fmtp:108 bitrate=32000
      a=rtpmap:9 G722/8000
      a=rtpmap:8 PCMA/8000
      a=rtpmap:0 PCMU/8000
      a=rtpmap:18 G729/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=crypto:0 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk|2^48
      a=sendrecv
      m=video 2328 RTP/AVP 97 126 96 34 31
      b=TIAS:4000000
      a=rtpmap:97 H264/90000
      a=fmtp:97 packetization-mode=0;profile-level-id=420016;max-br=5000;max-mbps=245000;max-fs=9000;max-smbps=245000;max-fps=6000
      a=rtpmap:126 H264/90000
      a=fmtp:126 packetization-mode=1;profile-level-id=428014;max-br=5000;max-mbps=245000;max-fs=3600
      a=rtpmap:96 H263-1998/90000
      a=fmtp:96 custom=1280,768,3;CIF=1
      a=rtpmap:34 H263/90000
      a=rtpmap:31 H261/90000
      a=rtcp-fb:* nack pli
      a=rtcp-fb:* ccm fir
      a=rtcp-fb:* ccm tmmbr
      a=sendrecv
      a=content:main
      a=label:11
      m=application 5070 UDP/BFCP *
      a=floorctrl:c-s
      a=confid:1
      m=video 2332 RTP/AVP 97
      a=rtpmap:97 H264/90000
      a=fmtp:97 packetization-mode=0;profile-level-id=420016
      a=content:slides
      a=label:12
      m=application 2334 RTP/AVP 100
      a=rtpmap:100 H224/4800
      """;

  /** Browser-like gateway: DTLS-SRTP, multiplexed RTCP, many H.264 variants. */
  static final String DTLS =
      """
      v=0
      o=- 4611731400430051336 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      a=group:BUNDLE 0 1
      a=fingerprint:sha-256 \
      00:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11:12:13:14:15:16:17:18:19:1A:1B:1C:1D:1E:1F
      a=setup:actpass
      m=audio 9000 UDP/TLS/RTP/SAVPF 111 9 0 8 110
      c=IN IP4 192.0.2.40
      a=ice-ufrag:4ZcD
      a=ice-pwd:2/1muCWoOi3uLifh0NuRHlxx
      a=candidate:1 1 udp 2113937151 192.0.2.40 9000 typ host
      a=rtpmap:111 opus/48000/2
      a=fmtp:111 minptime=10;useinbandfec=1
      a=rtpmap:110 telephone-event/48000
      a=rtcp-mux
      a=sendrecv
      m=video 9000 UDP/TLS/RTP/SAVPF 96 97 102 103
      c=IN IP4 192.0.2.40
      a=rtpmap:96 VP8/90000
      a=rtpmap:97 rtx/90000
      a=fmtp:97 apt=96
      a=rtpmap:102 H264/90000
      a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
      a=rtpmap:103 H264/90000
      a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=640c1f
      a=rtcp-fb:96 goog-remb
      a=rtcp-fb:96 nack
      a=rtcp-fb:96 nack pli
      a=rtcp-fb:96 ccm fir
      a=rtcp-mux
      a=sendrecv
      """;

  /** Audio telephone: nothing but G.711. */
  static final String TELEPHONE =
      """
      v=0
      o=- 7 7 IN IP4 192.0.2.50
      s=call
      c=IN IP4 192.0.2.50
      t=0 0
      m=audio 4000 RTP/AVP 0 8 101
      a=rtpmap:101 telephone-event/8000
      a=maxptime:30
      a=ptime:40
      """;
}
