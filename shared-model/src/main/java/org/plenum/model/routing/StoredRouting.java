package org.plenum.model.routing;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.resource.Global;

/**
 * Routing on a configuration that is not in memory: each alias is looked up when it is asked for.
 * For single questions about a platform with very many aliases; nodes, which route every call, use
 * {@link RoutingTable}. Valid as long as its view.
 */
public final class StoredRouting implements RoutingView {
  private final ConfigurationView view;

  /** Routing on a view. */
  public StoredRouting(ConfigurationView view) {
    this.view = view;
  }

  @Override
  public Optional<Stored<Conference>> serviceWithAlias(String key) {
    // The key has composed characters; the alias may have been entered with decomposed ones.
    return Stream.of(key, Normalizer.normalize(key, Normalizer.Form.NFD))
        .flatMap(text -> view.findUnique(ConferenceAlias.class, "alias", text).stream())
        .flatMap(alias -> view.find(Conference.class, alias.value().conference()).stream())
        .findFirst();
  }

  @Override
  public List<CompiledRule> rules() {
    return view.all(GatewayRoutingRule.class)
        .map(CompiledRule::new)
        .sorted(CompiledRule.ORDER)
        .toList();
  }

  @Override
  public boolean outboundCalls() {
    return view.all(Global.class).allMatch(global -> global.value().enableDialout());
  }
}
