package org.plenum.media.rtp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.dtls.DatagramOutput;
import org.plenum.media.dtls.DtlsAssociation;
import org.plenum.media.dtls.DtlsIdentity;
import org.plenum.media.plan.Keying;
import org.plenum.media.srtp.PacketProtection;
import org.plenum.media.srtp.PlainProtection;
import org.plenum.media.srtp.SrtpKeys;
import org.plenum.media.srtp.SrtpProtection;

/**
 * How the packets on one port are protected, now and after the next negotiation. Runs on the socket
 * thread, except that {@link #current} may be read by any.
 */
final class StreamSecurity implements AutoCloseable {

  /** ClientHellos that may arrive before the answer that names the fingerprint. */
  private static final int MAX_EARLY = 4;

  private final DtlsIdentity identity;
  private final DatagramOutput output;
  private final Consumer<Runnable> socketThread;
  private final Consumer<PacketProtection> onProtection;
  private final Consumer<String> onFailure;
  private final Deque<byte[]> early = new ArrayDeque<>(MAX_EARLY);

  private @Nullable Keying keying;
  private @Nullable DtlsAssociation association;
  private volatile @Nullable PacketProtection current;

  /**
   * Creates the security of one port.
   *
   * @param socketThread runs a task on the socket thread
   * @param onProtection told about every new protection, on the socket thread
   * @param onFailure told why a handshake failed, on the socket thread
   */
  StreamSecurity(
      DtlsIdentity identity,
      DatagramOutput output,
      Consumer<Runnable> socketThread,
      Consumer<PacketProtection> onProtection,
      Consumer<String> onFailure) {
    this.identity = identity;
    this.output = output;
    this.socketThread = socketThread;
    this.onProtection = onProtection;
    this.onFailure = onFailure;
  }

  /** The protection in force, or null while a handshake is under way. */
  @Nullable PacketProtection current() {
    return current;
  }

  /** Puts a negotiated keying in force; the same one again changes nothing. */
  void configure(Keying negotiated) {
    if (negotiated.equals(keying)) {
      return;
    }
    keying = negotiated;
    if (association != null) {
      association.close();
      association = null;
    }
    switch (negotiated) {
      case Keying.None none -> replace(new PlainProtection());
      case Keying.Sdes sdes ->
          replace(
              new SrtpProtection(
                  SrtpKeys.of(sdes.suite(), sdes.localKeySalt()),
                  SrtpKeys.of(sdes.suite(), sdes.remoteKeySalt())));
      case Keying.DtlsSrtp dtls -> handshake(dtls);
    }
    early.clear();
  }

  /** A DTLS datagram arrived. */
  void onDtls(byte[] buffer, int length) {
    if (association != null) {
      association.receive(buffer, length);
    } else if (keying == null && early.size() < MAX_EARLY) {
      early.add(Arrays.copyOf(buffer, length));
    }
  }

  private void handshake(Keying.DtlsSrtp dtls) {
    DtlsAssociation started = new DtlsAssociation(identity, dtls, output, new Outcome(dtls));
    association = started;
    early.forEach(datagram -> started.receive(datagram, datagram.length));
    started.start();
  }

  private void replace(PacketProtection next) {
    PacketProtection previous = current;
    current = next;
    onProtection.accept(next);
    if (previous != null) {
      previous.close();
    }
  }

  @Override
  public void close() {
    if (association != null) {
      association.close();
      association = null;
    }
    PacketProtection last = current;
    if (last != null) {
      last.close();
    }
  }

  /** Brings the end of a handshake to the socket thread, unless it was superseded meanwhile. */
  private final class Outcome implements DtlsAssociation.Listener {
    private final Keying.DtlsSrtp ofKeying;

    Outcome(Keying.DtlsSrtp ofKeying) {
      this.ofKeying = ofKeying;
    }

    @Override
    public void onKeys(DtlsAssociation.Keys keys) {
      onSocketThread(() -> replace(new SrtpProtection(keys.local(), keys.remote())));
    }

    @Override
    public void onFailure(String reason) {
      onSocketThread(() -> onFailure.accept(reason));
    }

    private void onSocketThread(Runnable task) {
      socketThread.accept(
          () -> {
            if (association != null && ofKeying.equals(keying)) {
              task.run();
            }
          });
    }
  }
}
