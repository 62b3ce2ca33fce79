package org.plenum.console;

import org.plenum.console.conferences.ConferencePage;
import org.plenum.console.conferences.ConferencesPage;
import org.plenum.console.connection.User;
import org.plenum.console.licences.LicencesPage;
import org.plenum.console.live.LiveViewPage;
import org.plenum.console.nodes.NodePage;
import org.plenum.console.nodes.NodesPage;
import org.plenum.console.participants.ParticipantPage;
import org.plenum.console.participants.ParticipantsPage;
import org.plenum.console.resource.FileChoice;
import org.plenum.console.resource.FormTarget;
import org.plenum.console.resource.ResourceFormPage;
import org.plenum.console.resource.ResourceListPage;
import org.plenum.console.routing.RouteTesterPage;
import org.plenum.console.shell.DeniedPage;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.PageFactory;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.console.versions.VersionsPage;
import org.plenum.model.access.Area;
import org.plenum.model.access.Permission;

/** Makes the page of each route. */
final class Pages implements PageFactory {
  private final Workspace workspace;
  private final FileChoice fileChoice;

  Pages(Workspace workspace, FileChoice fileChoice) {
    this.workspace = workspace;
    this.fileChoice = fileChoice;
  }

  @Override
  public Page create(Route route, Navigator navigator) {
    return mayOpen(route) ? open(route, navigator) : new DeniedPage(workspace.messages());
  }

  private boolean mayOpen(Route route) {
    User user = workspace.session().user();
    return switch (route) {
      case Route.ObjectList list -> user.mayView(list.page().type());
      case Route.EditObject edit -> user.mayView(edit.page().type());
      case Route.NewObject create -> user.mayCreate(create.page().type());
      case Route.CopyObject copy -> user.mayModify(copy.page().type());
      case Route.Licences _ -> user.permissions().mayView(Area.LICENCES);
      case Route.Versions _ -> user.permissions().mayViewVersions();
      case Route.RouteTester _ -> user.permissions().mayTestRoutes();
      default -> user.may(Permission.MAY_VIEW_STATUS);
    };
  }

  private Page open(Route route, Navigator navigator) {
    return switch (route) {
      case Route.LiveView _ -> new LiveViewPage(workspace, navigator);
      case Route.Conferences _ -> new ConferencesPage(workspace, navigator);
      case Route.ConferenceDetails details ->
          new ConferencePage(details.id(), workspace, navigator);
      case Route.Participants _ -> new ParticipantsPage(workspace, navigator);
      case Route.ParticipantDetails details ->
          new ParticipantPage(details.id(), workspace, navigator);
      case Route.Nodes _ -> new NodesPage(workspace, navigator);
      case Route.NodeDetails details -> new NodePage(details.id(), workspace);
      case Route.ObjectList list ->
          new ResourceListPage(list.page(), workspace, navigator, fileChoice);
      case Route.Licences _ -> new LicencesPage(workspace, navigator, fileChoice);
      case Route.Versions _ -> new VersionsPage(workspace);
      case Route.RouteTester _ -> new RouteTesterPage(workspace, navigator);
      case Route.EditObject edit ->
          form(edit.page(), new FormTarget.Existing(edit.id()), navigator);
      case Route.NewObject create -> form(create.page(), new FormTarget.New(), navigator);
      case Route.CopyObject copy -> form(copy.page(), new FormTarget.CopyOf(copy.id()), navigator);
    };
  }

  private Page form(ResourcePage page, FormTarget target, Navigator navigator) {
    return new ResourceFormPage(page, target, workspace, navigator, fileChoice);
  }
}
