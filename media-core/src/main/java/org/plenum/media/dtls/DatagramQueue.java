package org.plenum.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;

/**
 * Hands datagrams from the socket thread to the blocking handshake. When the bound is reached,
 * datagrams are dropped, as by a network: DTLS repeats them.
 */
final class DatagramQueue implements DatagramTransport {

  /** Fits the path MTU that RTP assumes as well. */
  private static final int SEND_LIMIT = 1200;

  private static final int RECEIVE_LIMIT = 2048;
  private static final int CAPACITY = 32;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final DatagramOutput output;
  private volatile boolean closed;

  DatagramQueue(DatagramOutput output) {
    this.output = output;
  }

  void offer(byte[] datagram) {
    queue.offer(datagram);
  }

  @Override
  public int getReceiveLimit() {
    return RECEIVE_LIMIT;
  }

  @Override
  public int getSendLimit() {
    return SEND_LIMIT;
  }

  @Override
  public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
    try {
      byte[] datagram = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
      if (closed) {
        throw new IOException("closed");
      }
      if (datagram == null) {
        return -1;
      }
      int count = Math.min(length, datagram.length);
      System.arraycopy(datagram, 0, buffer, offset, count);
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void send(byte[] buffer, int offset, int length) {
    output.send(buffer, offset, length);
  }

  @Override
  public void close() {
    closed = true;
    // Wakes a waiting receiver; if the queue is full there is none.
    queue.offer(END);
  }
}
