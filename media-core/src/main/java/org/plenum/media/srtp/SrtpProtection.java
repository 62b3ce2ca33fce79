package org.plenum.media.srtp;

import java.security.GeneralSecurityException;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.srtp.crypto.JitsiOpenSslProvider;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;
import org.jspecify.annotations.Nullable;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.rtp.NetworkOrder;

/** SRTP and SRTCP with one pair of master keys (RFC 3711). */
public final class SrtpProtection implements PacketProtection {

  /**
   * Sources followed at once. Rekeying or a restarted peer needs two; the bound keeps a flood of
   * forged sources from filling memory.
   */
  private static final int MAX_SOURCES = 4;

  private static final int HMAC_SHA1_KEY_LENGTH = 20;
  // RFC 4568 section 6.2: SRTCP has the long tag in the short-tag suite too.
  private static final int SRTCP_TAG_LENGTH = 10;
  private static final int SHORTEST_RTP = 12;
  private static final int SHORTEST_RTCP = 8;
  private static final int SRTCP_INDEX_LENGTH = 4;

  static {
    // Without a choice jitsi-srtp measures every provider during the first call. OpenSSL works in
    // place, the JDK's AES copies each packet; OpenSSL is missing on some machines.
    Aes.setFactoryClassName(
        (JitsiOpenSslProvider.isLoaded()
                ? Aes.OpenSSLCipherFactory.class
                : Aes.SunJCECipherFactory.class)
            .getName());
  }

  private final SrtpContextFactory outbound;
  private final SrtpContextFactory inbound;
  private final int inboundTagLength;

  private final ArraySlice rtpOut = new ArraySlice();
  private final ArraySlice rtcpOut = new ArraySlice();
  private @Nullable SrtpCryptoContext outboundRtp;
  private @Nullable SrtcpCryptoContext outboundRtcp;

  private final ArraySlice rtpIn = new ArraySlice();
  private final ArraySlice rtcpIn = new ArraySlice();
  private final @Nullable SrtpCryptoContext[] inboundRtp = new SrtpCryptoContext[MAX_SOURCES];
  private final @Nullable SrtcpCryptoContext[] inboundRtcp = new SrtcpCryptoContext[MAX_SOURCES];
  private int nextRtpPlace;
  private int nextRtcpPlace;

  public SrtpProtection(SrtpKeys local, SrtpKeys remote) {
    Logger logger = new LoggerImpl(SrtpProtection.class.getName());
    outbound = factory(true, local, logger);
    inbound = factory(false, remote, logger);
    inboundTagLength = remote.suite().tagLength();
  }

  private static SrtpContextFactory factory(boolean sender, SrtpKeys keys, Logger logger) {
    return new SrtpContextFactory(
        sender,
        keys.key(),
        keys.salt(),
        rtpPolicy(sender, keys.suite()),
        policy(keys.suite(), SRTCP_TAG_LENGTH),
        logger);
  }

  private static SrtpPolicy rtpPolicy(boolean sender, SrtpSuite suite) {
    SrtpPolicy policy = policy(suite, suite.tagLength());
    // The library's replay window of 64 packets is shorter than a round trip at video rates and
    // would refuse retransmissions. The session keeps a longer one.
    policy.setReceiveReplayEnabled(sender);
    return policy;
  }

  private static SrtpPolicy policy(SrtpSuite suite, int tagLength) {
    return new SrtpPolicy(
        SrtpPolicy.AESCM_ENCRYPTION,
        suite.keyLength(),
        SrtpPolicy.HMACSHA1_AUTHENTICATION,
        HMAC_SHA1_KEY_LENGTH,
        tagLength,
        suite.saltLength());
  }

  @Override
  public int protectRtp(byte[] buffer, int offset, int length) {
    try {
      int ssrc = NetworkOrder.i32(buffer, offset + 8);
      SrtpCryptoContext context = outboundRtp;
      if (context == null || context.getSsrc() != ssrc) {
        context = outbound.deriveContext(ssrc, 0);
        outboundRtp = context;
      }
      SrtpErrorStatus status = context.transformPacket(rtpOut.on(buffer, offset, length));
      return checked(status, rtpOut);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SRTP encryption failed", e);
    }
  }

  @Override
  public int protectRtcp(byte[] buffer, int offset, int length) {
    try {
      int ssrc = NetworkOrder.i32(buffer, offset + 4);
      SrtcpCryptoContext context = outboundRtcp;
      if (context == null || context.getSsrc() != ssrc) {
        context = outbound.deriveControlContext(ssrc);
        outboundRtcp = context;
      }
      SrtpErrorStatus status = context.transformPacket(rtcpOut.on(buffer, offset, length));
      return checked(status, rtcpOut);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SRTCP encryption failed", e);
    }
  }

  private static int checked(SrtpErrorStatus status, ArraySlice slice) {
    if (status != SrtpErrorStatus.OK) {
      throw new IllegalStateException("SRTP encryption failed: " + status);
    }
    return slice.getLength();
  }

  @Override
  public int openRtp(byte[] buffer, int offset, int length) {
    if (length < SHORTEST_RTP + inboundTagLength || !headerFits(buffer, offset, length)) {
      return REJECTED;
    }
    int ssrc = NetworkOrder.i32(buffer, offset + 8);
    try {
      for (SrtpCryptoContext known : inboundRtp) {
        if (known != null && known.getSsrc() == ssrc) {
          return opened(
              known.reverseTransformPacket(rtpIn.on(buffer, offset, length), false), rtpIn);
        }
      }
      // A context is kept only once a packet proved that the source holds the key.
      SrtpCryptoContext fresh = inbound.deriveContext(ssrc, 0);
      int result =
          opened(fresh.reverseTransformPacket(rtpIn.on(buffer, offset, length), false), rtpIn);
      if (result != REJECTED) {
        inboundRtp[nextRtpPlace] = fresh;
        nextRtpPlace = (nextRtpPlace + 1) % MAX_SOURCES;
      }
      return result;
    } catch (GeneralSecurityException e) {
      return REJECTED;
    }
  }

  @Override
  public int openRtcp(byte[] buffer, int offset, int length) {
    if (length < SHORTEST_RTCP + SRTCP_INDEX_LENGTH + SRTCP_TAG_LENGTH) {
      return REJECTED;
    }
    int ssrc = NetworkOrder.i32(buffer, offset + 4);
    try {
      for (SrtcpCryptoContext known : inboundRtcp) {
        if (known != null && known.getSsrc() == ssrc) {
          return opened(known.reverseTransformPacket(rtcpIn.on(buffer, offset, length)), rtcpIn);
        }
      }
      SrtcpCryptoContext fresh = inbound.deriveControlContext(ssrc);
      int result = opened(fresh.reverseTransformPacket(rtcpIn.on(buffer, offset, length)), rtcpIn);
      if (result != REJECTED) {
        inboundRtcp[nextRtcpPlace] = fresh;
        nextRtcpPlace = (nextRtcpPlace + 1) % MAX_SOURCES;
      }
      return result;
    } catch (GeneralSecurityException e) {
      return REJECTED;
    }
  }

  private static int opened(SrtpErrorStatus status, ArraySlice slice) {
    return status == SrtpErrorStatus.OK ? slice.getLength() : REJECTED;
  }

  /** Contributing sources and extension must end before the tag: the cipher starts after them. */
  private boolean headerFits(byte[] buffer, int offset, int length) {
    int header = SHORTEST_RTP + (buffer[offset] & 0x0F) * 4;
    int payloadEnd = length - inboundTagLength;
    if ((buffer[offset] & 0x10) != 0) {
      if (header + 4 > payloadEnd) {
        return false;
      }
      header += 4 + NetworkOrder.u16(buffer, offset + header + 2) * 4;
    }
    return header <= payloadEnd;
  }

  @Override
  public boolean authenticates() {
    return true;
  }

  @Override
  public void close() {
    outbound.close();
    inbound.close();
  }
}
