package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ObjectLabel;

class ConfigurationWatchTest {
  private final SlowWatcher watcher = new SlowWatcher();
  private final ConfigurationWatch watch =
      new ConfigurationWatch(Set.of("conference", "dns_server"), watcher);

  private static ObjectLabel object(String resource, long id) {
    return ObjectLabel.newBuilder().setResource(resource).setId(id).build();
  }

  private void change(long version, ObjectLabel... objects) {
    watch.note(
        ConfigurationChanged.newBuilder()
            .setVersion(version)
            .addAllObjects(List.of(objects))
            .build());
    watch.send();
  }

  @Test
  void aSlowWatcherGetsOneNoticeForAllThatHappened() {
    change(1, object("conference", 1));
    change(2, object("conference", 2), object("worker_vm", 1));
    change(3, object("conference", 1));
    change(4, object("worker_vm", 1));

    watcher.ready = true;
    watch.send();
    watch.send();

    assertThat(watcher.notices)
        .containsExactly(
            ConfigurationChanged.newBuilder()
                .setVersion(3)
                .addObjects(object("conference", 1))
                .addObjects(object("conference", 2))
                .build());
  }

  @Test
  void resourcesAloneAreNamedWhenTooMuchHappened() {
    change(1, object("dns_server", 1));
    for (int id = 1; id <= 2 * ConfigurationWatch.MAX_PENDING; id++) {
      change(id + 1, object("conference", id));
    }

    watcher.ready = true;
    watch.send();

    assertThat(watcher.notices).hasSize(1);
    assertThat(watcher.notices.getFirst().getObjectsList())
        .containsExactlyInAnyOrder(object("conference", 0), object("dns_server", 0));
  }

  @Test
  void aWatcherThatNamesNoResourceHearsOfAll() {
    ConfigurationWatch everything = new ConfigurationWatch(Set.of(), watcher);
    ConfigurationChanged change =
        ConfigurationChanged.newBuilder().setVersion(1).addObjects(object("ntp_server", 1)).build();

    everything.note(change);
    watcher.ready = true;
    everything.send();

    assertThat(watcher.notices).containsExactly(change);
  }

  /** Takes nothing until it is ready. */
  private static final class SlowWatcher extends ServerCallStreamObserver<ConfigurationChanged> {
    private final List<ConfigurationChanged> notices = new ArrayList<>();
    private boolean ready;

    @Override
    public void onNext(ConfigurationChanged notice) {
      notices.add(notice);
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}

    @Override
    public void setOnCancelHandler(Runnable handler) {}

    @Override
    public void setCompression(String compression) {}

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void disableAutoInboundFlowControl() {}
  }
}
