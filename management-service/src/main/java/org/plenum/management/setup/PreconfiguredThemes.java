package org.plenum.management.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.theme.Themes;
import org.plenum.model.theme.PreconfiguredTheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The themes that every platform begins with (SVX-412). They are ordinary objects and come once,
 * also to a platform that is older than they are: administrators may change and delete them.
 */
public final class PreconfiguredThemes {
  private static final Logger LOG = LoggerFactory.getLogger(PreconfiguredThemes.class);

  private final ConfigurationStore store;
  private final ChangeSets changeSets;
  private final Themes themes;

  public PreconfiguredThemes(ConfigurationStore store, ChangeSets changeSets, Themes themes) {
    this.store = store;
    this.changeSets = changeSets;
    this.themes = themes;
  }

  /** Makes them, unless that was done before; one whose name is taken is left out. */
  public void ensure() {
    if (store.read(reader -> reader.audit().hasCreated(themes.type(), ChangeSource.SETUP.wire()))) {
      return;
    }
    List<String> taken = new ArrayList<>();
    store.read(
        reader -> {
          reader.forEach(themes.type(), theme -> taken.add(theme.values().text("name")));
          return taken;
        });
    List<Operation> operations =
        Arrays.stream(PreconfiguredTheme.values())
            .filter(theme -> !taken.contains(theme.title()))
            .map(theme -> themes.create(theme.title(), theme.files()))
            .toList();
    if (changeSets.apply(InitialConfiguration.AUTHOR, ChangeSource.SETUP, operations)
        instanceof Rejected rejected) {
      // A platform works without them, and must not fail to start for them.
      LOG.warn("The preconfigured themes were not made: {}", rejected.rejections());
    }
  }
}
