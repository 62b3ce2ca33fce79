package org.plenum.model.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenum.rpc.node.ReplicaObject;

class PackedObjectsTest {

  private static ReplicaObject object(long id, String json) {
    return ReplicaObject.newBuilder().setResource("conference").setId(id).setJson(json).build();
  }

  @Test
  void objectsAreUnpackedAsTheyWerePacked() throws Exception {
    List<ReplicaObject> objects =
        IntStream.range(0, 500).mapToObj(i -> object(i, "{\"name\":\"Room " + i + "\"}")).toList();

    ByteString packed = PackedObjects.pack(objects);

    assertThat(PackedObjects.unpack(packed)).isEqualTo(objects);
    assertThat(packed.size()).isLessThan(500 * 10);
  }

  @Test
  void moreThanANodeCanHoldIsRefused() {
    String large = "x".repeat(PackedObjects.MAX_UNPACKED_BYTES / 4);
    ByteString packed =
        PackedObjects.pack(IntStream.range(0, 5).mapToObj(i -> object(i, large)).toList());

    assertThat(packed.size()).isLessThan(1_000_000);
    assertThatThrownBy(() -> PackedObjects.unpack(packed))
        .isInstanceOf(InvalidProtocolBufferException.class);
  }

  @Test
  void damagedBytesAreRefused() {
    assertThatThrownBy(() -> PackedObjects.unpack(ByteString.copyFromUtf8("no objects")))
        .isInstanceOf(InvalidProtocolBufferException.class);
    ByteString packed = PackedObjects.pack(List.of(object(1, "{}")));
    assertThatThrownBy(() -> PackedObjects.unpack(packed.substring(0, packed.size() - 6)))
        .isInstanceOf(InvalidProtocolBufferException.class);
  }
}
