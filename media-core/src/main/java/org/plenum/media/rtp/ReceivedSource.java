package org.plenum.media.rtp;

/**
 * Decides which synchronisation source a stream follows. The first one is taken at once; another
 * must send two packets in a row (RFC 3550 appendix A.1), so that a stray packet does not reset
 * decoders. Used by the socket thread.
 */
final class ReceivedSource {

  private static final int PROBATION = 2;

  private boolean known;
  private int ssrc;
  private int candidate;
  private int candidatePackets;

  /** What to do with a packet. */
  enum Verdict {
    CURRENT,
    /** The stream follows this source from now on. */
    CHANGED,
    /** Of a source that has not proven itself. */
    IGNORED
  }

  Verdict judge(int packetSsrc) {
    if (known && packetSsrc == ssrc) {
      candidatePackets = 0;
      return Verdict.CURRENT;
    }
    if (known) {
      candidatePackets = candidatePackets > 0 && candidate == packetSsrc ? candidatePackets + 1 : 1;
      candidate = packetSsrc;
      if (candidatePackets < PROBATION) {
        return Verdict.IGNORED;
      }
    }
    known = true;
    ssrc = packetSsrc;
    candidatePackets = 0;
    return Verdict.CHANGED;
  }

  /** The next source is the first one again. */
  void forget() {
    known = false;
  }

  boolean known() {
    return known;
  }

  int ssrc() {
    return ssrc;
  }
}
