package org.plenum.model.routing;

import java.util.List;
import java.util.Optional;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;

/** What routing asks of the configuration. */
public interface RoutingView {
  /** The service that has an alias, given in its comparison form. */
  Optional<Stored<Conference>> serviceWithAlias(String key);

  /** Rules in the order in which they are tried. */
  List<CompiledRule> rules();

  /** Whether rules may place calls. */
  boolean outboundCalls();
}
