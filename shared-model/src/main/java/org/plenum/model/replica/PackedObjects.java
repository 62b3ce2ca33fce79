package org.plenum.model.replica;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicaObjects;

/**
 * Objects on their way to nodes, serialised and compressed. Objects of one resource resemble each
 * other, so they shrink to about a tenth; and what is packed once is sent to any number of nodes.
 */
public final class PackedObjects {
  /**
   * What unpacked objects take at most; a management service gone wrong must not exhaust a node.
   */
  public static final int MAX_UNPACKED_BYTES = 32 * 1024 * 1024;

  private PackedObjects() {}

  /** Packs objects. */
  public static ByteString pack(List<ReplicaObject> objects) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteString.Output packed = ByteString.newOutput();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater, 8192)) {
      ReplicaObjects.newBuilder().addAllObjects(objects).build().writeTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteString();
  }

  /**
   * Unpacks objects.
   *
   * @throws InvalidProtocolBufferException if they are damaged or more than is allowed
   */
  public static List<ReplicaObject> unpack(ByteString packed)
      throws InvalidProtocolBufferException {
    try (InputStream stream = new InflaterInputStream(packed.newInput())) {
      CodedInputStream bounded = CodedInputStream.newInstance(stream);
      bounded.setSizeLimit(MAX_UNPACKED_BYTES);
      return ReplicaObjects.parseFrom(bounded).getObjectsList();
    } catch (InvalidProtocolBufferException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidProtocolBufferException(e);
    }
  }
}
