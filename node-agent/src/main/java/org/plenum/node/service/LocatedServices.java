package org.plenum.node.service;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.process.StartupException;
import org.plenum.model.resource.SystemLocation;
import org.plenum.node.routing.NodeConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of a node in its location: started once the node has a configuration, ended and
 * started anew when it is moved to another location (SYS-145). Thread-safe.
 *
 * @param <S> what takes calls; closing it ends them
 */
public final class LocatedServices<S extends AutoCloseable> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocatedServices.class);

  private final NodeConfiguration configuration;
  private final Supplier<Optional<S>> start;
  private volatile Optional<S> running = Optional.empty();
  private @Nullable Ref<SystemLocation> location;
  private boolean closed;

  /**
   * Nothing is started before {@link #follow}.
   *
   * @param start starts the services; gives none while they are switched off
   */
  public LocatedServices(NodeConfiguration configuration, Supplier<Optional<S>> start) {
    this.configuration = configuration;
    this.start = start;
  }

  /**
   * Does what the configuration as it is now asks for; call it after each change. Whatever it
   * throws, nothing takes calls any more.
   *
   * @throws StartupException the services cannot be started, for a reason that an operator can mend
   */
  public synchronized void follow() {
    Optional<Stored<SystemLocation>> now = configuration.location();
    if (closed || now.isEmpty()) {
      return;
    }
    Ref<SystemLocation> current = now.get().ref();
    if (running.isPresent() && current.equals(location)) {
      return;
    }
    if (running.isPresent()) {
      log.info("Moved to location {}: all calls are ended", now.get().value().name());
      stop();
    }
    location = current;
    running = start.get();
  }

  /** What takes calls at present. */
  public Optional<S> running() {
    return running;
  }

  private void stop() {
    Optional<S> stopping = running;
    running = Optional.empty();
    try {
      if (stopping.isPresent()) {
        stopping.get().close();
      }
    } catch (Exception e) {
      log.error("The services did not stop cleanly", e);
    }
  }

  /** Ends all calls; nothing is started any more. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }
}
