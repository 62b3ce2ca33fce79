package org.plenum.management.change;

import java.util.List;
import org.plenum.management.store.ConfigurationWriter;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.Authentication;
import org.plenum.model.resource.CaCertificate;

/**
 * Keeps administrators from locking themselves out: certificates of theirs need an authority, so
 * the rules of the log-in are looked at again when authorities are changed (SYS-034).
 */
final class LogInCheck {
  /** The resource that the rules look at. */
  static final Class<? extends Record> AUTHORITIES = CaCertificate.class;

  private static final String CERTIFICATE = "client_certificate";

  private final ConfigurationWriter writer;
  private final DraftCheck drafts;

  LogInCheck(ConfigurationWriter writer, DraftCheck drafts) {
    this.writer = writer;
    this.drafts = drafts;
  }

  /** Why nobody could log in any more; what else the settings may lack is not asked here. */
  List<String> problems() {
    ResourceType<?> type = writer.catalog().type(Authentication.class);
    return writer
        .object(type, 1)
        .map(object -> drafts.check(type, 1, object.values(), Violations.NONE).violations())
        .map(violations -> violations.messages().getOrDefault(CERTIFICATE, List.of()))
        .orElse(List.of());
  }
}
