package org.plenum.management.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Access;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.session.LoginTickets;
import org.plenum.model.access.Permission;

/** Where a console gets the ticket for a log-in by certificate (SYS-054). */
public final class LoginTicketModule implements RestModule {
  private static final String PATH = "/api/session/v1/ticket/";

  private final LoginTickets tickets;

  public LoginTicketModule(LoginTickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        new RestPath(
            PATH,
            new Access.Accounts(Permission.MAY_USE_WEB_INTERFACE, Rule.ANY),
            Map.of(RestMethod.POST, this::issue)));
  }

  private RestResponse issue(RestRequest request) {
    String ticket = tickets.issue(request.account().orElseThrow().identity());
    return RestResponse.json(201, JsonNodeFactory.instance.objectNode().put("ticket", ticket));
  }
}
