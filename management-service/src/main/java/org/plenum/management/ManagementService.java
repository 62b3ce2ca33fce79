package org.plenum.management;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plenum.management.advice.Advisor;
import org.plenum.management.advice.DnsNameLookup;
import org.plenum.management.api.CertificatesImportModule;
import org.plenum.management.api.CommandModule;
import org.plenum.management.api.ConfigurationTextModule;
import org.plenum.management.api.EnrolmentModule;
import org.plenum.management.api.LicenceRequestModule;
import org.plenum.management.api.LoginTicketModule;
import org.plenum.management.api.OpenApiModule;
import org.plenum.management.api.StatusModule;
import org.plenum.management.api.VersionsModule;
import org.plenum.management.certificate.CertificateImports;
import org.plenum.management.console.ConsoleServer;
import org.plenum.management.control.CommandRouter;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.enrolment.Memberships;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.ldap.DirectoryConnector;
import org.plenum.management.ldap.DirectoryGroups;
import org.plenum.management.ldap.DirectoryTrust;
import org.plenum.management.ldap.DnsServiceLookup;
import org.plenum.management.ldap.ServerConnector;
import org.plenum.management.licence.HostMachine;
import org.plenum.management.licence.LicenceProcedures;
import org.plenum.management.licence.LicenceWatch;
import org.plenum.management.licence.Licensing;
import org.plenum.management.procedure.Procedure;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.procedure.SigningCompletion;
import org.plenum.management.renewal.CertificateRenewals;
import org.plenum.management.replication.NodeLinks;
import org.plenum.management.rest.ConfigurationModule;
import org.plenum.management.rest.HttpsIdentity;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestServer;
import org.plenum.management.rest.ThemeModule;
import org.plenum.management.session.LoginTickets;
import org.plenum.management.status.StatusBoard;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.text.ConfigurationTexts;
import org.plenum.management.version.Versions;
import org.plenum.model.licence.MachineIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running management service: wires its parts, starts them in order and stops them in reverse.
 */
public final class ManagementService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ManagementService.class);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<RestModule> modules = new ArrayList<>();
  private final ManagementCore core;
  private final RestServer rest;
  private final ConsoleServer consoles;

  private ManagementService(
      ManagementConfig config,
      InstantSource clock,
      Function<ConfigurationStore, DirectoryConnector> directories) {
    try {
      core = started(ManagementCore.open(config, clock, directories));
      HttpsIdentity https = new HttpsIdentity(core.store(), core.keys().own());
      core.changeSets().addListener(https);
      StatusBoard board = new StatusBoard(clock);
      NodeEnrolment nodeEnrolment =
          new NodeEnrolment(
              core.store(),
              core.database(),
              core.keys().authority(),
              () -> List.of(config.managementEndpoint(httpsPort())),
              clock);
      ConsoleEnrolment consoleEnrolment =
          new ConsoleEnrolment(new Memberships(core.database()), core.keys().authority(), clock);
      NodeLinks links =
          started(
              new NodeLinks(
                  core.store(),
                  core.deployment().uuid().toString(),
                  nodeEnrolment,
                  core.keys().own(),
                  board,
                  clock));
      core.changeSets().addListener(links);
      CommandRouter commands = new CommandRouter(board.feed(), links::execute);
      Supplier<MachineIdentity> machine = new HostMachine(core.deployment().uuid(), core.store());
      LicenceWatch licences =
          started(new LicenceWatch(core.store(), core.changeSets(), machine, clock));
      Procedures procedures =
          procedures(new Licensing(core.store(), core.changeSets(), machine, clock));
      CertificateImports certificates =
          new CertificateImports(core.store().catalog(), core.changeSets());
      LoginTickets tickets = new LoginTickets(clock);
      Advisor advisor = new Advisor(core.store(), new DnsNameLookup());
      List<RestModule> api =
          List.of(
              new ConfigurationModule(core.store(), core.changeSets(), procedures, advisor),
              new ThemeModule(core.themes(), core.store(), core.changeSets(), advisor),
              new LicenceRequestModule(core.store()),
              new StatusModule(board.feed(), core.store()),
              new CommandModule(commands),
              new CertificatesImportModule(certificates),
              new VersionsModule(new Versions(core.store(), core.changeSets())),
              new ConfigurationTextModule(new ConfigurationTexts(core.store(), core.changeSets())),
              new LoginTicketModule(tickets),
              new EnrolmentModule(
                  nodeEnrolment, consoleEnrolment, this::consolePort, config.network().fqdn()));
      modules.addAll(api);
      modules.add(new OpenApiModule(api));
      rest =
          started(
              new RestServer(
                  config.bindAddress(),
                  config.httpsPort(),
                  https.keyManager(),
                  core.authenticator(),
                  config.limits(),
                  modules));
      consoles =
          started(
              new ConsoleServer(
                  new InetSocketAddress(config.bindAddress(), config.consolePort()),
                  core.keys().own(),
                  new ConsoleServer.Parts(
                      core.store(),
                      core.changeSets(),
                      advisor,
                      core.themes(),
                      core.currentAccounts(),
                      core.authenticator(),
                      tickets,
                      https.keyManager(),
                      new DirectoryGroups(core.store(), core.directories()),
                      consoleEnrolment,
                      nodeEnrolment,
                      procedures,
                      board.feed(),
                      commands),
                  clock));
      CertificateRenewals renewals =
          started(
              new CertificateRenewals(
                  () -> {
                    core.keys().renewIfDue();
                    https.refresh();
                  },
                  links::connections,
                  nodeEnrolment,
                  clock));
      licences.start();
      links.start();
      renewals.start();
      consoles.start();
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
    return start(
        config,
        clock,
        store -> new ServerConnector(new DirectoryTrust(store), new DnsServiceLookup()));
  }

  /**
   * Starts the service with its own way to directories.
   *
   * @param directories connects to the directories that the configuration names
   * @throws org.plenum.model.process.StartupException saying in one sentence what is in the way
   */
  public static ManagementService start(
      ManagementConfig config,
      InstantSource clock,
      Function<ConfigurationStore, DirectoryConnector> directories) {
    return new ManagementService(config, clock, directories);
  }

  /** What lies behind the listeners. */
  public ManagementCore core() {
    return core;
  }

  /** Parts of the REST API. */
  public List<RestModule> restModules() {
    return List.copyOf(modules);
  }

  /** Port of the REST API. */
  public int httpsPort() {
    return rest.port();
  }

  /** Port for administration consoles. */
  public int consolePort() {
    return consoles.port();
  }

  private Procedures procedures(Licensing licensing) {
    List<Procedure> procedures = new ArrayList<>(LicenceProcedures.of(licensing));
    procedures.add(new SigningCompletion(core.changeSets()).procedure());
    return new Procedures(procedures);
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
