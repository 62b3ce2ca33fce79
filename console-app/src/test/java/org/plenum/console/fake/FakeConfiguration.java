package org.plenum.console.fake;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.plenum.model.config.Advice;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.pki.CertificateDetails;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PkiException;
import org.plenum.model.theme.ShippedFiles;
import org.plenum.model.theme.ThemeException;
import org.plenum.model.theme.ThemePackage;
import org.plenum.rpc.console.AdviceReply;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationImplBase;
import org.plenum.rpc.console.CreateNodeDocumentRequest;
import org.plenum.rpc.console.DependentsReply;
import org.plenum.rpc.console.DirectoryGroupsReply;
import org.plenum.rpc.console.DirectoryGroupsRequest;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.FieldError;
import org.plenum.rpc.console.FilePart;
import org.plenum.rpc.console.Filter;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.HistoryReply;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ListReply;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.NodeDocumentReply;
import org.plenum.rpc.console.ObjectLabel;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.ThemeUpload;
import org.plenum.rpc.console.WatchConfigurationRequest;

/** Configuration in maps, with the rules of the real declarations. */
public final class FakeConfiguration extends ConsoleConfigurationImplBase {
  /** Groups that the directory has. */
  public static final List<String> DIRECTORY_GROUPS =
      List.of("cn=auditors,dc=example,dc=com", "cn=staff,dc=example,dc=com");

  private final FakeObjects objects;
  private final FakeMessages messages;
  private final FakeChangeSets changeSets;
  private final Map<Long, byte[]> themes = new HashMap<>();
  private final List<StreamObserver<ConfigurationChanged>> watchers = new CopyOnWriteArrayList<>();
  private final List<ListRequest> listRequests = new CopyOnWriteArrayList<>();

  FakeConfiguration(ResourceCatalog catalog) {
    objects = new FakeObjects(catalog);
    messages = new FakeMessages(objects);
    changeSets = new FakeChangeSets(objects, messages);
  }

  /** Puts an object in, without checks. */
  public synchronized long add(String resource, Map<String, ?> values) {
    ResourceType<?> type = type(resource);
    long id = type.singleton() ? 1 : objects.newId();
    objects.put(type, id, type.withDefaults(Values.of(values), FakeObjects.NOW));
    touched(List.of(messages.label(type, id)));
    return id;
  }

  /** Objects of a resource. */
  public synchronized List<Values> all(String resource) {
    return List.copyOf(objects.of(type(resource)).values());
  }

  /** Identifier of the object with this name. */
  public synchronized long idOf(String resource, String name) {
    return objects.of(type(resource)).entrySet().stream()
        .filter(entry -> entry.getValue().text("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** What was asked for. */
  public List<ListRequest> listRequests() {
    return listRequests;
  }

  /** Changes an object as another administrator would. */
  public synchronized void changeElsewhere(String resource, long id, String field, Object value) {
    ResourceType<?> type = type(resource);
    objects.nextVersion();
    objects.put(type, id, objects.of(type).get(id).with(field, value));
    announce(List.of(messages.label(type, id)));
  }

  @Override
  public synchronized void list(ListRequest request, StreamObserver<ListReply> reply) {
    listRequests.add(request);
    ResourceType<?> type = type(request.getResource());
    List<Map.Entry<Long, Values>> found =
        objects.of(type).entrySet().stream().filter(matching(request)).toList();
    List<Map.Entry<Long, Values>> sorted = new ArrayList<>(found);
    List<String> orders = new ArrayList<>(request.getOrderByList());
    Collections.reverse(orders);
    orders.forEach(order -> sorted.sort(comparator(type, order)));
    ListReply.Builder answer = ListReply.newBuilder().setTotalCount(found.size());
    sorted.stream()
        .skip(request.getOffset())
        .limit(request.getLimit() == 0 ? 1000 : request.getLimit())
        .forEach(entry -> answer.addObjects(messages.row(type, entry.getKey())));
    answer.setVersion(objects.version());
    finish(reply, answer.build());
  }

  private static Predicate<Map.Entry<Long, Values>> matching(ListRequest request) {
    return entry -> {
      for (Filter filter : request.getFiltersList()) {
        String field = filter.getField().replace("__id", "");
        String value =
            field.equals("id")
                ? String.valueOf(entry.getKey())
                : String.valueOf(entry.getValue().get(field));
        boolean matches =
            filter.getOperator().equals("in")
                ? Arrays.asList(filter.getValue().split(",")).contains(value)
                : value.equals(filter.getValue());
        if (!matches) {
          return false;
        }
      }
      String search = request.getSearch().toLowerCase();
      return search.isEmpty()
          || entry.getValue().asMap().values().stream()
              .anyMatch(v -> v instanceof String text && text.toLowerCase().contains(search));
    };
  }

  private Comparator<Map.Entry<Long, Values>> comparator(ResourceType<?> type, String order) {
    boolean descending = order.startsWith("-");
    String field = descending ? order.substring(1) : order;
    Comparator<Map.Entry<Long, Values>> comparator =
        Comparator.comparing(
            entry ->
                sortable(
                    type.field(field)
                        .filter(type.inverseFields()::contains)
                        .<Object>map(list -> objects.length(list, entry.getKey()))
                        .orElse(entry.getValue().get(field))),
            String.CASE_INSENSITIVE_ORDER);
    return descending ? comparator.reversed() : comparator;
  }

  private static String sortable(Object value) {
    return value instanceof Long number ? "%020d".formatted(number) : String.valueOf(value);
  }

  @Override
  public synchronized void get(GetRequest request, StreamObserver<ConfigurationObject> reply) {
    ResourceType<?> type = type(request.getResource());
    if (!objects.of(type).containsKey(request.getId())) {
      reply.onError(Status.NOT_FOUND.withDescription("no such object").asRuntimeException());
      return;
    }
    finish(reply, messages.object(type, request.getId()));
  }

  @Override
  public synchronized void apply(ChangeSetRequest request, StreamObserver<ChangeSetReply> reply) {
    ChangeSetReply answer = changeSets.apply(request);
    if (answer.getErrorsCount() == 0) {
      touched(
          answer.getObjectsList().stream()
              .map(o -> ObjectLabel.newBuilder().setResource(o.getResource()).setId(o.getId()))
              .map(ObjectLabel.Builder::build)
              .toList());
    }
    finish(reply, answer);
  }

  @Override
  public synchronized void advice(GetRequest request, StreamObserver<AdviceReply> reply) {
    ResourceType<?> type = type(request.getResource());
    Values object = objects.of(type).get(request.getId());
    AdviceReply.Builder answer = AdviceReply.newBuilder();
    Advice.of(type, request.getId(), object, objects.snapshot())
        .messages()
        .forEach(
            (field, messages) ->
                answer.addFields(FieldError.newBuilder().setField(field).addAllMessages(messages)));
    finish(reply, answer.build());
  }

  @Override
  public synchronized void dependents(GetRequest request, StreamObserver<DependentsReply> reply) {
    ResourceType<?> type = type(request.getResource());
    DependentsReply.Builder answer =
        DependentsReply.newBuilder().addAllBlocking(messages.blocking(type, request.getId()));
    for (FieldType field : type.childFields()) {
      ResourceType<?> childType = objects.catalog().target(field);
      objects
          .children(childType, field, request.getId())
          .forEach(child -> answer.addDeletedToo(messages.label(childType, child.id())));
    }
    finish(reply, answer.build());
  }

  @Override
  public synchronized void history(GetRequest request, StreamObserver<HistoryReply> reply) {
    finish(
        reply,
        HistoryReply.newBuilder()
            .addAllEntries(changeSets.history(request.getResource(), request.getId()))
            .build());
  }

  @Override
  public void watch(
      WatchConfigurationRequest request, StreamObserver<ConfigurationChanged> watcher) {
    watchers.add(watcher);
  }

  @Override
  public void createNodeDocument(
      CreateNodeDocumentRequest request, StreamObserver<NodeDocumentReply> reply) {
    finish(
        reply,
        NodeDocumentReply.newBuilder()
            .setFileName("node-" + request.getNodeId() + ".xml")
            .setDocument(ByteString.copyFrom("<node/>", StandardCharsets.UTF_8))
            .setExpires(FakeObjects.NOW.plusSeconds(3600).toEpochMilli())
            .build());
  }

  @Override
  public void directoryGroups(
      DirectoryGroupsRequest request, StreamObserver<DirectoryGroupsReply> reply) {
    finish(reply, DirectoryGroupsReply.newBuilder().addAllDns(DIRECTORY_GROUPS).build());
  }

  @Override
  public StreamObserver<ThemeUpload> uploadTheme(StreamObserver<ChangeSetReply> reply) {
    return new FakeThemeUpload(reply, this::replaceTheme);
  }

  private synchronized ChangeSetReply replaceTheme(long id, byte[] archive) {
    try {
      ThemePackage theme = ThemePackage.read(archive);
      ResourceType<?> type = type("ivr_theme");
      Values values =
          objects
              .of(type)
              .get(id)
              .with("files", theme.names())
              .with("package_digest", theme.digest());
      themes.put(id, theme.archive());
      objects.nextVersion();
      objects.put(type, id, values);
      announce(List.of(messages.label(type, id)));
      return ChangeSetReply.newBuilder()
          .setVersion(objects.version())
          .addObjects(messages.object(type, id))
          .build();
    } catch (ThemeException e) {
      return ChangeSetReply.newBuilder()
          .addErrors(FakeMessages.errors(0, Violations.of("files", e.getMessage())))
          .build();
    }
  }

  @Override
  public synchronized void downloadTheme(
      DownloadThemeRequest request, StreamObserver<FilePart> reply) {
    ByteString archive =
        ByteString.copyFrom(
            switch (request.getShipped()) {
              case BASE_THEME -> ShippedFiles.baseTheme().archive();
              case GRAPHICS -> ShippedFiles.graphics().archive();
              case NOT_SHIPPED, UNRECOGNIZED -> themes.get(request.getId());
            });
    finish(reply, FilePart.newBuilder().setContent(archive).build());
  }

  @Override
  public void importCertificates(
      ImportCertificatesRequest request, StreamObserver<ImportCertificatesReply> reply) {
    finish(reply, new FakeCertificates(this).load(request));
  }

  @Override
  public synchronized void perform(PerformRequest request, StreamObserver<ChangeSetReply> reply) {
    try {
      CertificateDetails details =
          CertificateDetails.of(PemBundle.parse(request.getValue()).onlyCertificate());
      objects.delete(type(request.getResource()), request.getId());
      long id = add("tls_certificate", FakeCertificates.described(request.getValue(), details));
      finish(
          reply,
          ChangeSetReply.newBuilder()
              .setVersion(objects.version())
              .addObjects(messages.object(type("tls_certificate"), id))
              .build());
    } catch (PkiException e) {
      finish(
          reply,
          ChangeSetReply.newBuilder()
              .addErrors(FakeMessages.errors(0, Violations.of("certificate", e.sentence())))
              .build());
    }
  }

  private void touched(List<ObjectLabel> labels) {
    objects.nextVersion();
    announce(labels);
  }

  private void announce(List<ObjectLabel> labels) {
    ConfigurationChanged notice =
        ConfigurationChanged.newBuilder()
            .setVersion(objects.version())
            .addAllObjects(labels)
            .build();
    for (StreamObserver<ConfigurationChanged> watcher : watchers) {
      try {
        watcher.onNext(notice);
      } catch (RuntimeException gone) {
        watchers.remove(watcher);
      }
    }
  }

  private ResourceType<?> type(String name) {
    return objects.type(name);
  }

  private static <T> void finish(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
