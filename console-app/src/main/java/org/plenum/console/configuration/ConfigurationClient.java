package org.plenum.console.configuration;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.plenum.console.connection.Session;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.CreateNodeDocumentRequest;
import org.plenum.rpc.console.DependentsReply;
import org.plenum.rpc.console.DirectoryGroupsRequest;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.DownloadThemeRequest.Shipped;
import org.plenum.rpc.console.FilePart;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.HistoryEntry;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ListReply;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.NodeDocumentReply;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.PemFile;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.ThemeTarget;

/**
 * Reads and changes configuration. All methods block until the management service has answered and
 * throw {@link io.grpc.StatusRuntimeException} when it does not. Safe for several threads.
 */
public final class ConfigurationClient {
  /** Identifiers of one look-up, bounded by the length of a filter. */
  private static final int LABELS_AT_ONCE = 100;

  private final Session session;
  private final ResourceCatalog catalog;
  private final ObjectCodec codec;

  /** Uses a session. */
  public ConfigurationClient(Session session, ResourceCatalog catalog) {
    this.session = session;
    this.catalog = catalog;
    this.codec = new ObjectCodec(catalog);
  }

  /** The resources that the console knows. */
  public ResourceCatalog catalog() {
    return catalog;
  }

  /** Part of the list of a resource. */
  public ObjectPage list(ResourceType<?> type, ListQuery query) {
    ListReply reply =
        session
            .configuration()
            .list(
                ListRequest.newBuilder()
                    .setResource(type.name())
                    .addAllFilters(query.filters())
                    .setSearch(query.search())
                    .addAllOrderBy(query.orderBy())
                    .setOffset(query.offset())
                    .setLimit(query.limit())
                    .build());
    return new ObjectPage(
        reply.getObjectsList().stream().map(object -> read(type, object)).toList(),
        reply.getTotalCount());
  }

  /** One object. */
  public ConfigurationObject get(ResourceType<?> type, long id) {
    return read(type, session.configuration().get(request(type, id)));
  }

  /**
   * Titles of objects, for references; objects that do not exist are left out.
   *
   * @return titles by identifier
   */
  public Map<Long, String> titles(ResourceType<?> type, Set<Long> ids) {
    Map<Long, String> titles = new HashMap<>();
    List<String> wanted = ids.stream().sorted().map(String::valueOf).toList();
    for (int from = 0; from < wanted.size(); from += LABELS_AT_ONCE) {
      List<String> part = wanted.subList(from, Math.min(from + LABELS_AT_ONCE, wanted.size()));
      list(type, ListQuery.in("id", part))
          .objects()
          .forEach(object -> titles.put(object.id(), object.title()));
    }
    return titles;
  }

  /**
   * Creates an object. What comes of it may be of another resource: a stored request in place of a
   * licence.
   *
   * @throws RefusedException if a rule forbids it
   */
  public ConfigurationObject create(ResourceType<?> type, Values values) throws RefusedException {
    Operation operation =
        Operation.newBuilder()
            .setKind(Operation.Kind.CREATE)
            .setResource(type.name())
            .setJson(codec.write(type, values))
            .build();
    return read(apply(List.of(operation)).getObjects(0));
  }

  /**
   * Changes fields of an object.
   *
   * @param changes the fields that get another value
   * @throws RefusedException if a rule forbids it, or the object has been changed since it was read
   */
  public ConfigurationObject update(ConfigurationObject object, Values changes)
      throws RefusedException {
    return read(
        object.type(), apply(List.of(operation(new Update(object, changes)))).getObjects(0));
  }

  /** New values for some fields of an object. */
  public record Update(ConfigurationObject object, Values changes) {}

  /**
   * Changes several objects in one change set, in this order. An object may appear again.
   *
   * @throws RefusedException if a rule forbids one of the changes, or an object has been changed
   *     since it was read; then nothing is changed
   */
  public void update(List<Update> updates) throws RefusedException {
    Set<Long> seen = new HashSet<>();
    List<Operation> operations = new ArrayList<>();
    for (Update update : updates) {
      Operation.Builder operation = operation(update).toBuilder();
      if (!seen.add(update.object().id())) {
        // The change set itself has changed the object by then.
        operation.setExpectedRevision(0);
      }
      operations.add(operation.build());
    }
    apply(operations);
  }

  private Operation operation(Update update) {
    ConfigurationObject object = update.object();
    return Operation.newBuilder()
        .setKind(Operation.Kind.UPDATE)
        .setResource(object.type().name())
        .setId(object.id())
        .setExpectedRevision(object.revision())
        .setJson(codec.write(object.type(), update.changes()))
        .build();
  }

  /**
   * Deletes objects, all or none.
   *
   * @throws RefusedException if one of them is still needed
   */
  public void delete(ResourceType<?> type, List<Long> ids) throws RefusedException {
    List<Operation> operations = new ArrayList<>();
    for (long id : ids) {
      operations.add(
          Operation.newBuilder()
              .setKind(Operation.Kind.DELETE)
              .setResource(type.name())
              .setId(id)
              .build());
    }
    apply(operations);
  }

  /**
   * Has an object do what objects of its resource can do.
   *
   * @param value what, or with what
   * @return what is there afterwards, if anything is
   * @throws RefusedException if it cannot
   */
  public Optional<ConfigurationObject> perform(ConfigurationObject object, String value)
      throws RefusedException {
    ChangeSetReply reply =
        session
            .configuration()
            .perform(
                PerformRequest.newBuilder()
                    .setResource(object.type().name())
                    .setId(object.id())
                    .setValue(value)
                    .build());
    return accepted(reply).getObjectsList().stream()
        .findFirst()
        .filter(there -> there.getId() > 0)
        .map(this::read);
  }

  /** What is doubtful about an object as it is stored. */
  public Violations advice(ConfigurationObject object) {
    return FieldMessages.of(
        session.configuration().advice(request(object.type(), object.id())).getFieldsList());
  }

  /** What a deletion would take along, and what forbids it. */
  public DependentsReply dependents(ResourceType<?> type, long id) {
    return session.configuration().dependents(request(type, id));
  }

  /** Changes of an object, the latest first. */
  public List<HistoryEntry> history(ResourceType<?> type, long id) {
    return session.configuration().history(request(type, id)).getEntriesList();
  }

  /** The values in the JSON form of an object; none for an empty text. */
  public Values parse(ResourceType<?> type, String json) {
    return json.isEmpty() ? Values.EMPTY : codec.read(type, json);
  }

  /** Distinguished names of the directory's groups; none while it cannot be asked. */
  public List<String> directoryGroups() {
    return session
        .configuration()
        .directoryGroups(DirectoryGroupsRequest.getDefaultInstance())
        .getDnsList();
  }

  /** The document that a node enrols with; makes earlier ones invalid. */
  public NodeDocumentReply createNodeDocument(long nodeId) {
    return session
        .configuration()
        .createNodeDocument(CreateNodeDocumentRequest.newBuilder().setNodeId(nodeId).build());
  }

  /**
   * Replaces the files of a theme.
   *
   * @param archive ZIP archive with the new ones
   * @param progress gets the part that is sent, 0 to 1; called on other threads
   * @throws RefusedException if the archive is none of a theme, or the theme has been changed since
   *     it was read
   * @throws IOException if the archive cannot be read
   */
  public ConfigurationObject uploadTheme(
      ConfigurationObject theme, Path archive, DoubleConsumer progress)
      throws RefusedException, IOException, InterruptedException {
    try (InputStream content = Files.newInputStream(archive)) {
      ThemeTarget target =
          ThemeTarget.newBuilder().setId(theme.id()).setExpectedRevision(theme.revision()).build();
      ThemeUploadCall call = new ThemeUploadCall(target, content, Files.size(archive), progress);
      session.uploads().uploadTheme(call);
      return read(theme.type(), accepted(call.await()).getObjects(0));
    }
  }

  /**
   * Saves the files of a theme as a ZIP archive.
   *
   * @throws IOException if the file cannot be written
   */
  public void downloadTheme(long id, Path archive) throws IOException {
    download(DownloadThemeRequest.newBuilder().setId(id).build(), archive);
  }

  /**
   * Saves files for themes that are part of the product as a ZIP archive.
   *
   * @throws IOException if the file cannot be written
   */
  public void downloadShipped(Shipped files, Path archive) throws IOException {
    download(DownloadThemeRequest.newBuilder().setShipped(files).build(), archive);
  }

  private void download(DownloadThemeRequest request, Path archive) throws IOException {
    Iterator<FilePart> parts = session.downloads().downloadTheme(request);
    // Nothing is written before all of it has come.
    ByteString content = ByteString.EMPTY;
    while (parts.hasNext()) {
      content = content.concat(parts.next().getContent());
    }
    Files.write(archive, content.toByteArray());
  }

  /** Imports certificates and keys from PEM files, all or none; see what the reply says. */
  public ImportCertificatesReply importCertificates(List<PemFile> files, String passphrase) {
    return session
        .configuration()
        .importCertificates(
            ImportCertificatesRequest.newBuilder()
                .addAllFiles(files)
                .setPrivateKeyPassphrase(passphrase)
                .build());
  }

  private ChangeSetReply apply(List<Operation> operations) throws RefusedException {
    return accepted(
        session
            .configuration()
            .apply(ChangeSetRequest.newBuilder().addAllOperations(operations).build()));
  }

  private static ChangeSetReply accepted(ChangeSetReply reply) throws RefusedException {
    if (reply.getErrorsCount() > 0) {
      throw new RefusedException(reply.getErrorsList());
    }
    return reply;
  }

  private ConfigurationObject read(org.plenum.rpc.console.ConfigurationObject object) {
    return read(catalog.find(object.getResource()).orElseThrow(), object);
  }

  private ConfigurationObject read(
      ResourceType<?> type, org.plenum.rpc.console.ConfigurationObject object) {
    return new ConfigurationObject(
        type,
        object.getId(),
        object.getRevision(),
        codec.read(type, object.getJson()),
        Set.copyOf(object.getSecretsSetList()),
        object.getListLengthsMap());
  }

  private static GetRequest request(ResourceType<?> type, long id) {
    return GetRequest.newBuilder().setResource(type.name()).setId(id).build();
  }
}
