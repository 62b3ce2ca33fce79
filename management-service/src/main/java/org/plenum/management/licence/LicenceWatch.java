package org.plenum.management.licence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeListener;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.CommittedChange;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.resource.Licence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the status of licences true: looks at the start, when the configuration changes, when a
 * licence starts or expires, and at least once an hour (SYS-234, SYS-266, DIAG-306). A licence that
 * cannot be believed any more becomes corrupt and stays.
 */
public final class LicenceWatch implements ChangeListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LicenceWatch.class);
  private static final String AUTHOR = "licence watch";
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** What the status of a licence depends on. */
  private static final Set<String> CONCERNED = Set.of("licence", "global", "management_vm");

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final Supplier<MachineIdentity> machine;
  private final InstantSource clock;
  private final ResourceType<?> licences;
  private final Semaphore reasons = new Semaphore(0);
  private volatile boolean stopping;
  private @Nullable Thread thread;

  /** A watch that has not looked yet. */
  public LicenceWatch(
      ConfigurationStore store,
      ChangeSets changeSets,
      Supplier<MachineIdentity> machine,
      InstantSource clock) {
    this.store = store;
    this.changeSets = changeSets;
    this.machine = machine;
    this.clock = clock;
    this.licences = store.catalog().type(Licence.class);
  }

  /** Looks now, before this returns, and from then on. */
  public void start() {
    look();
    changeSets.addListener(this);
    thread = Thread.ofVirtual().name("licence-watch").start(this::run);
  }

  private void run() {
    try {
      while (!stopping) {
        reasons.tryAcquire(look().toMillis(), TimeUnit.MILLISECONDS);
        reasons.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void committed(CommittedChange change) {
    if (change.changes().stream().anyMatch(one -> CONCERNED.contains(one.type().name()))) {
      reasons.release();
    }
  }

  /** Puts right what is not true any more, and tells how long that will do. */
  Duration look() {
    try {
      if (!store.read(this::corrections).isEmpty()) {
        changeSets.apply(AUTHOR, ChangeSource.PLATFORM, Plan.ofPlatform(this::corrections));
      }
      return pause();
    } catch (RuntimeException e) {
      // Would end the watch; the store may be back at the next look.
      log.error("The status of licences could not be checked", e);
      return LONGEST_PAUSE;
    }
  }

  private List<Operation> corrections(ConfigurationReader reader) {
    LicenceTrust trust = LicenceTrust.of(reader, machine.get(), clock.instant());
    List<Operation> corrections = new ArrayList<>();
    reader.forEach(
        licences,
        licence -> {
          Values now = Values.of(trust.status(licence.values().text("signed_licence")));
          boolean isTrue =
              now.names().stream()
                  .allMatch(name -> Objects.equals(now.get(name), licence.values().get(name)));
          if (!isTrue) {
            corrections.add(Operation.update(licences.name(), licence.id(), now));
          }
        });
    return corrections;
  }

  /** Until the next licence starts or expires, or an hour. */
  private Duration pause() {
    Instant now = clock.instant();
    return store.read(reader -> reader.all(Licence.class).toList()).stream()
        .flatMap(
            licence ->
                Stream.concat(
                    Stream.of(licence.value().startDate()),
                    Optional.ofNullable(licence.value().expirationDate())
                        .map(end -> end.plusSeconds(1))
                        .stream()))
        .filter(now::isBefore)
        .map(moment -> Duration.between(now, moment).plusMillis(1))
        .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
        .min(Duration::compareTo)
        .orElse(LONGEST_PAUSE);
  }

  @Override
  public void close() {
    changeSets.removeListener(this);
    Thread running = thread;
    if (running == null) {
      return;
    }
    stopping = true;
    reasons.release();
    try {
      running.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
