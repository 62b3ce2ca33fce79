package org.plenum.media.audio;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.audio.dsp.GainControl;
import org.plenum.media.audio.mix.MixMember;
import org.plenum.media.audio.playout.Playout;
import org.plenum.media.dtmf.DtmfReceiver;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.rtp.RtpSession;
import org.plenum.media.rtp.RtpSink;

/**
 * The sound of one endpoint: a frame in and a frame out with every tick of the media clock. Packets
 * come from the socket thread; {@link #read} and {@link #write} from the clock that the endpoint's
 * conference is on, under one lock, because an endpoint may move between clocks.
 */
public final class AudioChannel implements RtpSink, MixMember, AutoCloseable {

  private static final int PAYLOAD_TYPES = 128;
  private static final int COMFORT_NOISE_CLOCK = 8_000;
  private static final int NO_EVENTS = -1;

  private final Playout playout;
  private final AudioSender sender;
  private final GainControl gain = new GainControl();
  private final DtmfReceiver dtmf;
  private final Runnable onFirstMedia;

  private volatile int[] clockRates = new int[PAYLOAD_TYPES];
  private volatile int eventPayloadType = NO_EVENTS;
  private boolean receives;
  private boolean firstMediaTold;
  private boolean closed;
  private double levelDb = Frame.SILENCE_DB;

  /**
   * Creates the sound of an endpoint.
   *
   * @param onFirstMedia told on the clock's thread when the first packet was decoded
   */
  public AudioChannel(
      AudioCodecs codecs,
      RtpSession session,
      RandomGenerator random,
      DtmfReceiver.DigitListener onDigit,
      Runnable onFirstMedia) {
    playout = new Playout(codecs);
    sender = new AudioSender(codecs, session, random.nextInt());
    dtmf = new DtmfReceiver(onDigit);
    this.onFirstMedia = onFirstMedia;
  }

  /** Puts a plan in force. */
  public synchronized void configure(AudioPlan plan) {
    if (closed) {
      return;
    }
    int[] rates = new int[PAYLOAD_TYPES];
    Arrays.fill(rates, COMFORT_NOISE_CLOCK);
    plan.receive().forEach((type, codec) -> rates[type] = codec.clockRate());
    plan.telephoneEvent().ifPresent(type -> rates[type] = plan.sendCodec().clockRate());
    clockRates = rates;
    eventPayloadType = plan.telephoneEvent().orElse(NO_EVENTS);
    receives = plan.stream().direction().receives();
    playout.configure(plan.receive());
    sender.configure(plan);
    if (!receives) {
      playout.clear();
    }
  }

  /** The stream was taken out of the session: silence both ways. */
  public synchronized void disable() {
    receives = false;
    playout.clear();
    sender.close();
  }

  @Override
  public void onPacket(RtpPacket packet, long arrivalNanos) {
    if (packet.payloadType() == eventPayloadType) {
      dtmf.onPacket(packet, arrivalNanos);
    }
    // Events take their place in the sequence too, otherwise they would be concealed as lost.
    playout.insert(packet, clockRates[packet.payloadType()], arrivalNanos);
  }

  /** Ends a digit whose end was lost. Called on the socket thread every few milliseconds. */
  public void tick(long nowNanos) {
    dtmf.tick(nowNanos);
  }

  @Override
  public synchronized boolean read(float[] frame) {
    if (!receives || closed || !playout.read(frame)) {
      levelDb = Frame.SILENCE_DB;
      Arrays.fill(frame, 0);
      return false;
    }
    if (!firstMediaTold && playout.decodedPackets() > 0) {
      firstMediaTold = true;
      onFirstMedia.run();
    }
    levelDb = Frame.levelDb(frame, Frame.SAMPLES);
    gain.process(frame, levelDb);
    return true;
  }

  @Override
  public synchronized double levelDb() {
    return levelDb;
  }

  @Override
  public synchronized void write(float[] frame) {
    sender.write(frame);
  }

  /** Sends digits as telephone events. */
  public synchronized void sendDigits(String digits) {
    sender.sendDigits(digits);
  }

  /** Releases codecs. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    playout.close();
    sender.close();
  }
}
