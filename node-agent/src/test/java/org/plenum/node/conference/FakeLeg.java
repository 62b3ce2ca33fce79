package org.plenum.node.conference;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.node.call.CallDirection;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.CallLimits;
import org.plenum.node.call.CallProtocol;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.MediaState;
import org.plenum.node.call.RejectReason;

/** A call whose other side is played by the test. */
public final class FakeLeg implements CallLeg {
  public static final MediaState AUDIO = new MediaState(true, false, false, false, 64, 64);
  public static final MediaState VIDEO = new MediaState(true, true, false, false, 1024, 1024);
  public static final MediaState HELD = new MediaState(true, true, false, true, 1024, 1024);

  public final FakeEndpoint endpoint;
  public final List<String> calls = new CopyOnWriteArrayList<>();
  public @Nullable RejectReason rejected;
  public String rejectDetail = "";
  public @Nullable CallLimits allowed;
  public volatile @Nullable DisconnectReason disconnected;
  public volatile @Nullable Listener listener;
  private final CallIdentity identity;
  private boolean mediaOpen;
  private MediaState state = MediaState.NONE;

  public FakeLeg(String name, String dialled) {
    UUID id = UUID.randomUUID();
    this.endpoint = new FakeEndpoint(name);
    this.identity =
        new CallIdentity(
            id,
            "call-" + name,
            CallProtocol.SIP,
            CallDirection.INCOMING,
            name + "@example.com",
            name,
            dialled,
            new InetSocketAddress("192.0.2.1", 5060),
            "fake 1.0");
  }

  public FakeLeg(String name) {
    this(name, "meet");
  }

  /** Both sides agree on media; the listener is not told. */
  public void openMedia(MediaState agreed) {
    mediaOpen = true;
    state = agreed;
  }

  /** The call is over; the listener is not told. */
  public void closeMedia() {
    mediaOpen = false;
    endpoint.close();
  }

  @Override
  public CallIdentity identity() {
    return identity;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true);
  }

  @Override
  public Optional<MediaEndpoint> media() {
    return mediaOpen ? Optional.of(endpoint) : Optional.empty();
  }

  @Override
  public MediaState mediaState() {
    return state;
  }

  @Override
  public void listen(Listener newListener) {
    listener = newListener;
  }

  @Override
  public void ring() {
    calls.add("ring");
  }

  @Override
  public void answer(CallLimits limits) {
    calls.add("answer");
    allowed = limits;
  }

  @Override
  public void reject(RejectReason reason, String detail) {
    calls.add("reject");
    rejected = reason;
    rejectDetail = detail;
  }

  @Override
  public void disconnect(DisconnectReason reason) {
    calls.add("disconnect");
    disconnected = reason;
  }
}
