package org.plenum.management.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.model.replica.PackedObjects;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;

/** A node's end of replication: takes updates, acknowledges them and counts. Thread-safe. */
public final class FakeReplica {
  private final Consumer<ByteString> objects;
  private final AtomicInteger snapshots = new AtomicInteger();
  private final AtomicInteger deltas = new AtomicInteger();
  private final AtomicInteger stalled = new AtomicInteger();
  private volatile ReplicationAck state = ReplicationAck.getDefaultInstance();
  private volatile @Nullable CountDownLatch stall;

  /** An empty replica that gives packed objects to a consumer. */
  public FakeReplica(Consumer<ByteString> objects) {
    this.objects = objects;
  }

  /** The version that it has. */
  public long version() {
    return state.getVersion();
  }

  /** Snapshots that it took. */
  public int snapshots() {
    return snapshots.get();
  }

  /** Deltas that it took. */
  public int deltas() {
    return deltas.get();
  }

  /** Takes nothing any more until it is told to go on. */
  public void stall() {
    stall = new CountDownLatch(1);
  }

  /** Whether an update waits to be taken. */
  public boolean isStalled() {
    return stalled.get() > 0;
  }

  /** Takes updates again. */
  public void goOn() {
    CountDownLatch latch = stall;
    stall = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  StreamObserver<ReplicationUpdate> receive(StreamObserver<ReplicationAck> acks) {
    acks.onNext(state);
    return new StreamObserver<>() {
      private String deployment = state.getDeploymentUuid();

      @Override
      public void onNext(ReplicationUpdate update) {
        waitWhileStalled();
        switch (update.getUpdateCase()) {
          case SNAPSHOT_BEGIN -> deployment = update.getSnapshotBegin().getDeploymentUuid();
          case OBJECTS -> objects.accept(update.getObjects());
          case SNAPSHOT_END -> {
            snapshots.incrementAndGet();
            acknowledge(update.getSnapshotEnd().getVersion());
          }
          case DELTA -> {
            objects.accept(update.getDelta().getObjects());
            deltas.incrementAndGet();
            acknowledge(update.getDelta().getToVersion());
          }
          case UPDATE_NOT_SET -> throw new AssertionError("an empty update");
        }
      }

      private void acknowledge(long version) {
        state =
            ReplicationAck.newBuilder().setVersion(version).setDeploymentUuid(deployment).build();
        acks.onNext(state);
      }

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        acks.onCompleted();
      }
    };
  }

  private void waitWhileStalled() {
    CountDownLatch latch = stall;
    if (latch != null) {
      stalled.incrementAndGet();
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        stalled.decrementAndGet();
      }
    }
  }

  /** Objects as they were before they were packed. */
  public static List<ReplicaObject> unpacked(ByteString packed) {
    try {
      return PackedObjects.unpack(packed);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
