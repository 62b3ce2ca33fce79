package org.plenum.management.console;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.management.advice.Advisor;
import org.plenum.management.certificate.CertificateImports;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.ldap.DirectoryGroups;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.HistoryEntry;
import org.plenum.management.store.StoredObject;
import org.plenum.management.theme.Themes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.rpc.console.AdviceReply;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.CreateNodeDocumentRequest;
import org.plenum.rpc.console.DependentsReply;
import org.plenum.rpc.console.DirectoryGroupsReply;
import org.plenum.rpc.console.DirectoryGroupsRequest;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.FilePart;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.HistoryReply;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ListReply;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.NodeDocumentReply;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.ThemeUpload;
import org.plenum.rpc.console.WatchConfigurationRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration, as consoles see and change it. */
final class ConsoleConfigurationService
    extends ConsoleConfigurationGrpc.ConsoleConfigurationImplBase {
  private static final Logger log = LoggerFactory.getLogger(ConsoleConfigurationService.class);

  /** Well below what a console takes; the rest of the page is asked for with an offset. */
  private static final int MAX_PAGE_BYTES = 8 * 1024 * 1024;

  private static final int MAX_HISTORY = 200;

  private final ConfigurationStore store;
  private final NodeEnrolment nodes;
  private final ConfigurationWatches watches;
  private final ListRequests lists;
  private final ObjectWriter writer;
  private final ChangeRequests changes;
  private final ThemeTransfers themes;
  private final DirectoryGroups groups;
  private final CertificateRequests certificates;
  private final Advisor advisor;

  ConsoleConfigurationService(
      ConfigurationStore store,
      ChangeSets changeSets,
      Advisor advisor,
      Themes themes,
      NodeEnrolment nodes,
      Procedures procedures,
      DirectoryGroups groups,
      ConfigurationWatches watches) {
    this.store = store;
    this.nodes = nodes;
    this.watches = watches;
    this.lists = new ListRequests(store.catalog());
    this.writer = new ObjectWriter(store.catalog());
    this.changes = new ChangeRequests(store, changeSets, procedures, writer);
    this.themes = new ThemeTransfers(themes, changes);
    this.groups = groups;
    this.advisor = advisor;
    this.certificates =
        new CertificateRequests(new CertificateImports(store.catalog(), changeSets));
  }

  @Override
  public void list(ListRequest request, StreamObserver<ListReply> answer) {
    ResourceType<?> type = type(request.getResource());
    ListQuery query = lists.query(type, request, Caller.current().permissions());
    answer.onNext(
        store.read(
            reader -> {
              Page<StoredObject> page = reader.list(type, query);
              return ListReply.newBuilder()
                  .addAllObjects(writer.write(reader, type, page.objects(), MAX_PAGE_BYTES))
                  .setTotalCount(page.total())
                  .setVersion(reader.version())
                  .build();
            }));
    answer.onCompleted();
  }

  @Override
  public void get(GetRequest request, StreamObserver<ConfigurationObject> answer) {
    ResourceType<?> type = type(request.getResource());
    answer.onNext(
        store.read(reader -> writer.write(reader, object(reader, type, request.getId()))));
    answer.onCompleted();
  }

  @Override
  public void apply(ChangeSetRequest request, StreamObserver<ChangeSetReply> answer) {
    answer.onNext(changes.apply(Caller.current().username(), request));
    answer.onCompleted();
  }

  @Override
  public void advice(GetRequest request, StreamObserver<AdviceReply> answer) {
    ResourceType<?> type = type(request.getResource());
    Violations advice = advisor.on(type, request.getId(), Caller.current().permissions());
    answer.onNext(AdviceReply.newBuilder().addAllFields(FieldMessages.of(advice)).build());
    answer.onCompleted();
  }

  @Override
  public void perform(PerformRequest request, StreamObserver<ChangeSetReply> answer) {
    ResourceType<?> type = type(request.getResource());
    answer.onNext(
        changes.perform(Caller.current().username(), type, request.getId(), request.getValue()));
    answer.onCompleted();
  }

  @Override
  public void dependents(GetRequest request, StreamObserver<DependentsReply> answer) {
    ResourceType<?> type = type(request.getResource());
    answer.onNext(
        store.read(
            reader -> new DependentObjects(reader).of(object(reader, type, request.getId()))));
    answer.onCompleted();
  }

  /** Of deleted objects too. */
  @Override
  public void history(GetRequest request, StreamObserver<HistoryReply> answer) {
    ResourceType<?> type = type(request.getResource());
    List<HistoryEntry> entries =
        store.read(reader -> reader.audit().history(type, request.getId(), MAX_HISTORY));
    if (entries.isEmpty()) {
      throw absent(type, request.getId());
    }
    HistoryReply.Builder reply = HistoryReply.newBuilder();
    entries.forEach(entry -> reply.addEntries(entry(entry)));
    answer.onNext(reply.build());
    answer.onCompleted();
  }

  private static org.plenum.rpc.console.HistoryEntry entry(HistoryEntry entry) {
    return org.plenum.rpc.console.HistoryEntry.newBuilder()
        .setVersion(entry.version())
        .setTime(entry.time().toEpochMilli())
        .setAuthor(entry.author())
        .setSource(entry.source())
        .setKind(entry.kind())
        .setBeforeJson(entry.beforeJson().orElse(""))
        .setAfterJson(entry.afterJson().orElse(""))
        .build();
  }

  @Override
  public void watch(
      WatchConfigurationRequest request, StreamObserver<ConfigurationChanged> watcher) {
    Set<String> resources =
        request.getResourcesCount() == 0
            ? visible(Caller.current().permissions())
            : Set.copyOf(request.getResourcesList());
    resources.forEach(this::type);
    watches.serve(resources, (ServerCallStreamObserver<ConfigurationChanged>) watcher);
  }

  private Set<String> visible(Permissions permissions) {
    return store.catalog().types().stream()
        .filter(type -> permissions.mayView(type.area()))
        .map(ResourceType::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void createNodeDocument(
      CreateNodeDocumentRequest request, StreamObserver<NodeDocumentReply> answer) {
    long id = request.getNodeId();
    NodeEnrolment.Document document =
        nodes.createDocument(id).orElseThrow(() -> absent(type("worker_vm"), id));
    log.info("{} made a configuration document for node {}", Caller.current().username(), id);
    answer.onNext(
        NodeDocumentReply.newBuilder()
            .setFileName(document.fileName())
            .setDocument(ByteString.copyFrom(document.content()))
            .setExpires(document.expires().toEpochMilli())
            .build());
    answer.onCompleted();
  }

  @Override
  public StreamObserver<ThemeUpload> uploadTheme(StreamObserver<ChangeSetReply> answer) {
    return themes.upload(Caller.current().username(), answer);
  }

  @Override
  public void downloadTheme(DownloadThemeRequest request, StreamObserver<FilePart> parts) {
    themes.download(request, parts);
  }

  @Override
  public void directoryGroups(
      DirectoryGroupsRequest request, StreamObserver<DirectoryGroupsReply> answer) {
    answer.onNext(DirectoryGroupsReply.newBuilder().addAllDns(groups.list()).build());
    answer.onCompleted();
  }

  @Override
  public void importCertificates(
      ImportCertificatesRequest request, StreamObserver<ImportCertificatesReply> answer) {
    answer.onNext(certificates.load(Caller.current().username(), request));
    answer.onCompleted();
  }

  private ResourceType<?> type(String resource) {
    return store
        .catalog()
        .find(resource)
        .orElseThrow(
            () ->
                Status.NOT_FOUND
                    .withDescription("There is no resource %s.".formatted(resource))
                    .asRuntimeException());
  }

  private static StoredObject object(ConfigurationReader reader, ResourceType<?> type, long id) {
    return reader.object(type, id).orElseThrow(() -> absent(type, id));
  }

  private static StatusRuntimeException absent(ResourceType<?> type, long id) {
    return Status.NOT_FOUND
        .withDescription("There is no %s with identifier %d.".formatted(type.label(), id))
        .asRuntimeException();
  }
}
