package org.plenum.management;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plenum.management.rest.ConfigurationModule;
import org.plenum.management.rest.HttpsIdentity;
import org.plenum.management.rest.RestServer;
import org.plenum.model.pki.TlsContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running management service: wires its parts, starts them in order and stops them in reverse.
 */
public final class ManagementService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ManagementService.class);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final ManagementCore core;
  private final RestServer rest;

  private ManagementService(ManagementConfig config, InstantSource clock) {
    try {
      core = started(ManagementCore.open(config, clock));
      HttpsIdentity https = new HttpsIdentity(core.store(), core.keys().own());
      core.changeSets().addListener(https);
      startRenewal(https);
      rest =
          started(
              new RestServer(
                  config.bindAddress(),
                  config.httpsPort(),
                  TlsContexts.plain(https.keyManager(), null),
                  core.authenticator(),
                  config.limits(),
                  List.of(new ConfigurationModule(core.store(), core.changeSets()))));
      rest.start();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Starts the service; when this returns, it serves.
   *
   * @throws org.plenum.model.process.StartupException saying in one sentence what is in the way
   */
  public static ManagementService start(ManagementConfig config, InstantSource clock) {
    return new ManagementService(config, clock);
  }

  /** What lies behind the listeners. */
  public ManagementCore core() {
    return core;
  }

  /** Port of the REST API. */
  public int httpsPort() {
    return rest.port();
  }

  /** The service's own certificate is renewed long before it ends, without a restart. */
  private void startRenewal(HttpsIdentity https) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate-renewal").factory());
    running.push(timer::shutdownNow);
    timer.scheduleWithFixedDelay(
        () -> {
          try {
            core.keys().renewIfDue();
            https.refresh();
          } catch (RuntimeException e) {
            log.error("The own certificate cannot be renewed; trying again in a day", e);
          }
        },
        1,
        1,
        TimeUnit.DAYS);
  }

  private <T extends AutoCloseable> T started(T part) {
    running.push(part);
    return part;
  }

  /**
   * Stops all parts, the last started first; a part that fails does not keep the others running.
   */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        log.error("A part of the service did not stop cleanly", e);
      }
    }
  }
}
