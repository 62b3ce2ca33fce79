package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.connection.Connector;
import org.plenum.console.connection.LoginProof;
import org.plenum.console.connection.Session;
import org.plenum.console.fake.FakeConfiguration;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.editor.FieldEditor;
import org.plenum.console.resource.editor.FieldEditors;
import org.plenum.console.resource.editor.InlineCreation;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.text.Times;
import org.plenum.console.ui.Screen;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.testfx.api.FxToolkit;

/** Editors for kinds of fields, on resources made for the test. */
class FieldEditorsTest {
  private static final ResourceCatalog CATALOG =
      ResourceCatalog.of(List.of(Permission.class, Role.class, Team.class));

  @TempDir Path profile;
  private FakeManagement server;
  private Session session;
  private ResourceFormViewModel form;
  private ResourceFormViewModel teamForm;
  private FieldEditors editors;
  private final ImmediateTasks tasks = new ImmediateTasks();

  /** What may be done; only the platform knows them all. */
  @Resource(
      name = "permission",
      label = "permission",
      plural = "permissions",
      menu = Menu.USERS,
      managed = true,
      help = "What may be done.")
  public record Permission(
      @Field(label = "Name", help = "What it allows.", readOnly = true) String name) {}

  /** Who may do it. */
  @Resource(
      name = "role",
      label = "role",
      plural = "roles",
      menu = Menu.USERS,
      help = "Who may do what.")
  public record Role(
      @Field(label = "Name", help = "Name of the role.") String name,
      @Field(label = "Permissions", help = "What it may do.") List<Ref<Permission>> permissions,
      @Field(label = "Group", help = "Who has it.") @Default("") String ldapGroupDn,
      @Field(label = "Expires", help = "When it ends.") @Nullable Instant expires) {}

  /** Whose members have roles. */
  @Resource(name = "team", label = "team", plural = "teams", menu = Menu.USERS, help = "People.")
  public record Team(
      @Field(label = "Name", help = "Name of the team.") String name,
      @Field(label = "Roles", help = "What its members may do.") List<Ref<Role>> roles) {}

  /** No file is ever chosen. */
  private static final class NoFiles implements FileChoice {
    @Override
    public Optional<Path> saveAs(String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open() {
      return Optional.empty();
    }

    @Override
    public List<Path> openSeveral() {
      return List.of();
    }
  }

  /** Nothing can be created in place. */
  private static final class NothingCreated implements InlineCreation {
    @Override
    public boolean allows(ResourceType<?> type) {
      return false;
    }

    @Override
    public void create(ResourceType<?> type, Consumer<ConfigurationObject> onCreated) {
      throw new AssertionError("no button offers it");
    }
  }

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
    server = new FakeManagement(CATALOG);
    for (String name : List.of("node: read", "node: write", "service: read")) {
      server.configuration().add("permission", Map.of("name", name));
    }
    session =
        new Connector(profile, "test", Clock.systemUTC())
            .connect(
                server.address(),
                new LoginProof.Password(FakeSessions.USER, FakeSessions.PASSWORD),
                (at, print) -> true);
    ConfigurationClient client = new ConfigurationClient(session, CATALOG);
    Messages messages = new Messages(Locale.ENGLISH);
    form = form(client, messages, Role.class);
    teamForm = form(client, messages, Team.class);
    editors =
        new FieldEditors(
            client,
            tasks,
            messages,
            new Times(ZoneOffset.UTC, Clock.systemUTC(), messages),
            new NoFiles(),
            new NothingCreated());
  }

  private ResourceFormViewModel form(
      ConfigurationClient client, Messages messages, Class<? extends Record> resource) {
    ResourceType<?> type = CATALOG.type(resource);
    ResourceFormViewModel model =
        new ResourceFormViewModel(
            new ResourcePage(type.name(), type, Map.of(), type.plural(), type.label()),
            new FormTarget.New(),
            client,
            tasks,
            messages,
            InstantSource.system(),
            new FormRights(true, Permissions.ALL));
    model.load();
    return model;
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    server.close();
  }

  private FieldEditor editor(String field) {
    return Screen.onFx(() -> editors.of(form.field(field).orElseThrow(), form));
  }

  private static CheckBox box(FieldEditor editor, String text) {
    return editor.view().lookupAll(".check-box").stream()
        .map(CheckBox.class::cast)
        .filter(box -> box.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("SYS-021")
  void permissionsAreCheckedOneByOneOrAsAGroup() {
    FieldEditor editor = editor("permissions");
    FieldModel field = form.field("permissions").orElseThrow();
    Screen.onFx(
        () -> {
          box(editor, "node: write").fire();
          assertThat(box(editor, "Others").isSelected()).isFalse();
          assertThat(field.get()).isEqualTo(List.of(2L));
          assertThat(box(editor, "node").isSelected()).isFalse();
          box(editor, "node").fire();
          assertThat(field.get()).isEqualTo(List.of(1L, 2L));
          form.undoEdit();
          assertThat(box(editor, "node: read").isSelected()).isFalse();
          return null;
        });
  }

  @Test
  @Tag("SYS-021")
  void nobodyChoosesBeforeTheChosenOnesAreShown() {
    long reader = role("Reader");
    long writer = role("Writer");
    FieldModel field = teamForm.field("roles").orElseThrow();
    Screen.onFx(
        () -> {
          field.load(List.of(writer));
          tasks.hold();
          FieldEditor editor = editors.of(field, teamForm);
          ListView<?> chosen = (ListView<?>) editor.view().lookup("#field-roles-chosen");
          assertThat(chosen.isDisabled()).isTrue();
          tasks.release();
          assertThat(chosen.isDisabled()).isFalse();
          assertThat(chosen.getItems()).hasToString("[Writer]");

          tasks.hold();
          field.load(List.of(reader));
          assertThat(chosen.isDisabled()).isTrue();
          session.close();
          tasks.release();
          assertThat(chosen.isDisabled()).isFalse();
          assertThat(chosen.getItems())
              .as("without a server")
              .hasToString("[#%d]".formatted(reader));
          return null;
        });
  }

  private long role(String name) {
    return server.configuration().add("role", Map.of("name", name, "permissions", List.of(1L)));
  }

  @Test
  @Tag("SYS-081")
  void aGroupIsChosenFromTheDirectoryOrTyped() {
    FieldEditor editor = editor("ldap_group_dn");
    FieldModel field = form.field("ldap_group_dn").orElseThrow();
    Screen.onFx(
        () -> {
          ComboBox<?> groups = (ComboBox<?>) editor.control();
          assertThat(groups.getItems()).hasSize(2);
          groups.getSelectionModel().select(1);
          assertThat(field.get()).isEqualTo(FakeConfiguration.DIRECTORY_GROUPS.get(1));
          groups.getEditor().setText("cn=others,dc=example,dc=com");
          assertThat(field.get()).isEqualTo("cn=others,dc=example,dc=com");
          field.load(FakeConfiguration.DIRECTORY_GROUPS.get(0));
          assertThat(groups.getEditor().getText())
              .isEqualTo(FakeConfiguration.DIRECTORY_GROUPS.get(0));
          return null;
        });
  }

  @Test
  @Tag("PLAT-169")
  void aTimeIsTypedInTheZoneOfTheOperator() {
    FieldEditor editor = editor("expires");
    FieldModel field = form.field("expires").orElseThrow();
    Instant exact = Instant.parse("2026-03-01T10:00:00.123Z");
    Screen.onFx(
        () -> {
          field.load(exact);
          TextField text = (TextField) editor.control();
          assertThat(text.getText()).isEqualTo("2026-03-01 10:00:00");
          assertThat(field.get()).isEqualTo(exact);
          text.setText("2026-03-01 11:30:00");
          assertThat(field.get()).isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
          text.setText("tomorrow");
          form.save(Runnable::run, saved -> {});
          assertThat(field.errorProperty().get()).contains("Enter a time");
          text.setText("");
          assertThat(field.get()).isNull();
          return null;
        });
  }
}
