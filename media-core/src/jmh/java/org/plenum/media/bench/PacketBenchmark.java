package org.plenum.media.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.srtp.PacketProtection;
import org.plenum.media.srtp.PlainProtection;
import org.plenum.media.srtp.SrtpKeys;
import org.plenum.media.srtp.SrtpProtection;

/** What happens to one packet between header and socket, and back. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class PacketBenchmark {

  private static final SrtpKeys KEYS = SrtpKeys.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[30]);

  /** Payload: 20 ms of G.711, or a full video packet. */
  @Param({"160", "1200"})
  public int payload;

  private final byte[] buffer = new byte[1500];
  private final RtpPacket packet = new RtpPacket();
  private final PacketProtection plain = new PlainProtection();
  private final PacketProtection sender = new SrtpProtection(KEYS, KEYS);
  private final PacketProtection receiver = new SrtpProtection(KEYS, KEYS);
  private int sequence;

  /** Header written, plain, parsed. */
  @Benchmark
  public int rtp() {
    return through(plain, plain);
  }

  /** Header written, encrypted, authenticated, decrypted, parsed. */
  @Benchmark
  public int srtp() {
    return through(sender, receiver);
  }

  private int through(PacketProtection protecting, PacketProtection opening) {
    sequence = (sequence + 1) & 0xFFFF;
    RtpPacket.writeHeader(buffer, 0, false, 0, sequence, sequence * 160, 1);
    int length = protecting.protectRtp(buffer, 0, RtpPacket.FIXED_HEADER_LENGTH + payload);
    int opened = opening.openRtp(buffer, 0, length);
    return packet.parse(buffer, 0, opened) ? packet.payloadLength() : 0;
  }
}
