package org.plenum.model.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.model.alias.AliasTable;
import org.plenum.model.collection.BucketMap;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.resource.Global;

/**
 * What routing needs of the configuration: aliases, services, rules in their order. A change makes
 * a new table that shares nearly everything with the old one. Immutable.
 */
public final class RoutingTable implements RoutingView {
  private final AliasTable aliases;
  private final BucketMap<Long, Stored<Conference>> services;
  private final List<CompiledRule> rules;
  private final boolean outboundCalls;

  private RoutingTable(
      AliasTable aliases,
      BucketMap<Long, Stored<Conference>> services,
      List<CompiledRule> rules,
      boolean outboundCalls) {
    this.aliases = aliases;
    this.services = services;
    this.rules = rules;
    this.outboundCalls = outboundCalls;
  }

  /** The table of a configuration. */
  public static RoutingTable of(ConfigurationView view) {
    Map<Long, Stored<Conference>> services = new HashMap<>();
    view.all(Conference.class).forEach(service -> services.put(service.id(), service));
    return new RoutingTable(
        AliasTable.of(view.all(ConferenceAlias.class).toList()),
        BucketMap.copyOf(services),
        view.all(GatewayRoutingRule.class)
            .map(CompiledRule::new)
            .sorted(CompiledRule.ORDER)
            .toList(),
        view.all(Global.class).allMatch(global -> global.value().enableDialout()));
  }

  /** With an object added or changed; objects that routing does not need change nothing. */
  public RoutingTable with(long id, Record object) {
    return switch (object) {
      case ConferenceAlias alias -> withAliases(aliases.with(new Stored<>(id, alias)));
      case Conference service -> withServices(services.with(id, new Stored<>(id, service)));
      case GatewayRoutingRule rule -> withRules(id, Optional.of(rule));
      case Global global -> new RoutingTable(aliases, services, rules, global.enableDialout());
      default -> this;
    };
  }

  /** Without an object. */
  public RoutingTable without(Class<? extends Record> type, long id) {
    if (type == ConferenceAlias.class) {
      return withAliases(aliases.without(id));
    }
    if (type == Conference.class) {
      return withServices(services.without(id));
    }
    return type == GatewayRoutingRule.class ? withRules(id, Optional.empty()) : this;
  }

  private RoutingTable withAliases(AliasTable changed) {
    return new RoutingTable(changed, services, rules, outboundCalls);
  }

  private RoutingTable withServices(BucketMap<Long, Stored<Conference>> changed) {
    return new RoutingTable(aliases, changed, rules, outboundCalls);
  }

  private RoutingTable withRules(long id, Optional<GatewayRoutingRule> rule) {
    List<CompiledRule> changed = new ArrayList<>(rules);
    changed.removeIf(other -> other.stored().id() == id);
    rule.ifPresent(r -> changed.add(new CompiledRule(new Stored<>(id, r))));
    changed.sort(CompiledRule.ORDER);
    return new RoutingTable(aliases, services, List.copyOf(changed), outboundCalls);
  }

  @Override
  public Optional<Stored<Conference>> serviceWithAlias(String key) {
    return aliases.find(key).flatMap(alias -> service(alias.value().conference()));
  }

  /** A service; empty for a moment if its alias is replicated before it. */
  public Optional<Stored<Conference>> service(Ref<Conference> ref) {
    return services.get(ref.id());
  }

  @Override
  public List<CompiledRule> rules() {
    return rules;
  }

  @Override
  public boolean outboundCalls() {
    return outboundCalls;
  }
}
