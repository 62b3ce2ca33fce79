package org.plenum.management.session;

import java.time.Duration;
import java.util.function.Function;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.ManagementVm;

/** What the configuration says about log-ins, as it is at the moment of the question. */
public final class SessionSettings {
  /** Both resources are singletons. */
  private static final long ONLY = 1;

  private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(30);
  private static final String DEFAULT_NAME = "Plenum";

  private final ConfigurationStore store;

  public SessionSettings(ConfigurationStore store) {
    this.store = store;
  }

  /** How long a session lasts without activity (SYS-136). */
  public Duration idleTimeout() {
    return global(
        global -> Duration.ofMinutes(global.managementSessionTimeout()), DEFAULT_IDLE_TIMEOUT);
  }

  /** Text that administrators see at the log-in (SYS-135); may be empty. */
  public String loginBanner() {
    return global(Global::logonBanner, "");
  }

  /** What this platform is called: the name of its management service. */
  public String platformName() {
    return store.read(
        reader ->
            ((ConfigurationView) reader)
                .find(ManagementVm.class, ONLY)
                .map(Stored::value)
                .map(ManagementVm::name)
                .orElse(DEFAULT_NAME));
  }

  private <T> T global(Function<Global, T> setting, T fallback) {
    return store.read(
        reader ->
            ((ConfigurationView) reader)
                .find(Global.class, ONLY)
                .map(Stored::value)
                .map(setting)
                .orElse(fallback));
  }
}
