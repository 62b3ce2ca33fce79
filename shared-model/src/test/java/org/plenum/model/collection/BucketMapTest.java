package org.plenum.model.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketMapTest {
  @Test
  void behavesLikeAMapUnderRandomChanges() {
    Random random = new Random(1);
    Map<Long, Integer> expected = new HashMap<>();
    BucketMap<Long, Integer> map = BucketMap.empty();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(3000);
      if (random.nextBoolean()) {
        expected.put(key, i);
        map = map.with(key, i);
      } else {
        expected.remove(key);
        map = map.without(key);
      }
    }
    assertThat(map.size()).isEqualTo(expected.size());
    for (long key = 0; key < 3000; key++) {
      assertThat(map.get(key).orElse(null)).isEqualTo(expected.get(key));
    }
    List<Integer> values = new ArrayList<>();
    map.forEachValue(values::add);
    assertThat(values).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    BucketMap<String, Integer> before = BucketMap.copyOf(Map.of("a", 1));
    BucketMap<String, Integer> after = before.with("a", 2).with("b", 3);
    assertThat(before.get("a")).contains(1);
    assertThat(before.get("b")).isEmpty();
    assertThat(after.get("a")).contains(2);
    assertThat(before.without("x")).isSameAs(before);
  }
}
