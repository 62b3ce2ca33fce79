package org.plenum.console.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Child;
import org.plenum.model.config.ChildChange;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.Merge;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;
import org.plenum.model.config.json.RelatedObjects;
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
import org.plenum.rpc.console.HistoryEntry;
import org.plenum.rpc.console.HistoryReply;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ListReply;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.NodeDocumentReply;
import org.plenum.rpc.console.ObjectLabel;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.OperationErrors;
import org.plenum.rpc.console.PerformRequest;
import org.plenum.rpc.console.ThemeUpload;
import org.plenum.rpc.console.WatchConfigurationRequest;

/** Configuration in maps, with the rules of the real declarations. */
public final class FakeConfiguration extends ConsoleConfigurationImplBase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /** Groups that the directory has. */
  public static final List<String> DIRECTORY_GROUPS =
      List.of("cn=auditors,dc=example,dc=com", "cn=staff,dc=example,dc=com");

  private final ResourceCatalog catalog;
  private final ApiJson json;
  private final Validator validator;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, TreeMap<Long, Values>> objects = new HashMap<>();
  private final Map<Long, byte[]> themes = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, List<HistoryEntry>> history = new HashMap<>();
  private final List<StreamObserver<ConfigurationChanged>> watchers = new CopyOnWriteArrayList<>();
  private final List<ListRequest> listRequests = new CopyOnWriteArrayList<>();
  private long version = 1;
  private long nextId = 1;

  FakeConfiguration(ResourceCatalog catalog) {
    this.catalog = catalog;
    this.json = new ApiJson(catalog);
    this.validator = new Validator(catalog);
  }

  /** Puts an object in, without checks. */
  public synchronized long add(String resource, Map<String, ?> values) {
    ResourceType<?> type = type(resource);
    long id = type.singleton() ? 1 : nextId++;
    store(type).put(id, type.withDefaults(Values.of(values), NOW));
    revisions.put(key(resource, id), version);
    touched(List.of(label(type, id)));
    return id;
  }

  /** Objects of a resource. */
  public synchronized List<Values> all(String resource) {
    return List.copyOf(store(type(resource)).values());
  }

  /** Identifier of the object with this name. */
  public synchronized long idOf(String resource, String name) {
    return store(type(resource)).entrySet().stream()
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
    Values before = store(type(resource)).get(id);
    store(type(resource)).put(id, before.with(field, value));
    touched(List.of(label(type(resource), id)));
    revisions.put(key(resource, id), version);
  }

  @Override
  public synchronized void list(ListRequest request, StreamObserver<ListReply> reply) {
    listRequests.add(request);
    ResourceType<?> type = type(request.getResource());
    List<Map.Entry<Long, Values>> found =
        store(type).entrySet().stream().filter(matching(request)).toList();
    List<Map.Entry<Long, Values>> sorted = new ArrayList<>(found);
    List<String> orders = new ArrayList<>(request.getOrderByList());
    Collections.reverse(orders);
    orders.forEach(order -> sorted.sort(comparator(type, order)));
    ListReply.Builder answer = ListReply.newBuilder().setTotalCount(found.size());
    sorted.stream()
        .skip(request.getOffset())
        .limit(request.getLimit() == 0 ? 1000 : request.getLimit())
        .forEach(entry -> answer.addObjects(row(type, entry.getKey())));
    answer.setVersion(version);
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
                        .<Object>map(list -> length(list, entry.getKey()))
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
    if (!store(type).containsKey(request.getId())) {
      reply.onError(Status.NOT_FOUND.withDescription("no such object").asRuntimeException());
      return;
    }
    finish(reply, message(type, request.getId()));
  }

  @Override
  public synchronized void apply(ChangeSetRequest request, StreamObserver<ChangeSetReply> reply) {
    ChangeSetReply.Builder answer = ChangeSetReply.newBuilder();
    Map<String, TreeMap<Long, Values>> before = new HashMap<>();
    objects.forEach((resource, stored) -> before.put(resource, new TreeMap<>(stored)));
    version++;
    for (int i = 0; i < request.getOperationsCount(); i++) {
      List<Runnable> changes = new ArrayList<>();
      Violations violations = prepare(request.getOperations(i), changes, answer);
      if (violations.isEmpty()) {
        // The next operation sees what this one did.
        changes.forEach(Runnable::run);
      } else {
        answer.addErrors(errors(i, violations));
      }
    }
    if (answer.getErrorsCount() > 0) {
      objects.clear();
      objects.putAll(before);
    } else {
      answer.setVersion(version);
      List<ObjectLabel> labels =
          answer.getObjectsList().stream()
              .map(o -> ObjectLabel.newBuilder().setResource(o.getResource()).setId(o.getId()))
              .map(ObjectLabel.Builder::build)
              .toList();
      touched(labels);
    }
    finish(reply, answer.build());
  }

  private Violations prepare(
      Operation operation, List<Runnable> changes, ChangeSetReply.Builder answer) {
    ResourceType<?> type = type(operation.getResource());
    if (operation.getKind() == Operation.Kind.DELETE) {
      List<ObjectLabel> blocking = blocking(type, operation.getId());
      if (!blocking.isEmpty()) {
        return Violations.of(
            Violations.WHOLE_OBJECT, "It is used by " + blocking.getFirst().getLabel() + ".");
      }
      changes.add(() -> delete(type, operation.getId()));
      answer.addObjects(
          ConfigurationObject.newBuilder().setResource(type.name()).setId(operation.getId()));
      return Violations.NONE;
    }
    Parsed parsed = parse(type, operation.getJson());
    boolean create = operation.getKind() == Operation.Kind.CREATE;
    long id = create ? nextId++ : operation.getId();
    if (!create
        && operation.getExpectedRevision() != 0
        && operation.getExpectedRevision() != revisions.get(key(type.name(), id))) {
      return Violations.of(Violations.WHOLE_OBJECT, "Somebody else has changed it meanwhile.");
    }
    Values plain = type.stored(parsed.values());
    Values before = create ? Values.EMPTY : store(type).get(id);
    Values complete =
        create ? type.withDefaults(plain, NOW) : Merge.patch(type, before, plain).values();
    Violations.Builder violations = new Violations.Builder();
    violations.addAll(parsed.violations());
    violations.addAll(validator.validate(type, create ? 0 : id, complete, snapshot()));
    List<Runnable> childChanges = new ArrayList<>();
    for (FieldType field : type.childFields()) {
      if (parsed.values().has(field.name())) {
        violations.addAll(prepareChildren(type, id, field, parsed.values(), childChanges));
      }
    }
    if (!violations.isEmpty()) {
      return violations.build();
    }
    changes.add(
        () -> {
          store(type).put(id, complete);
          revisions.put(key(type.name(), id), version);
          childChanges.forEach(Runnable::run);
          writeInverse(type, id, parsed.values());
          record(type, id, create ? "create" : "update", before, complete);
          answer.addObjects(message(type, id));
        });
    return Violations.NONE;
  }

  @SuppressWarnings("unchecked") // the reader makes children of lists of children
  private Violations prepareChildren(
      ResourceType<?> owner, long id, FieldType field, Values request, List<Runnable> changes) {
    ResourceType<?> type = catalog.target(field);
    Violations.Builder violations = new Violations.Builder();
    List<StoredValues> present = children(type, field, id);
    for (ChildChange change :
        ChildChange.between(id, field, (List<Child>) request.list(field.name()), present)) {
      switch (change) {
        case ChildChange.Created created -> {
          Values values = type.withDefaults(created.values(), NOW);
          long childId = nextId++;
          violations.addAll(
              checkChild(owner, type, 0, values)
                  .within(field.name() + "[" + created.index() + "]"));
          changes.add(() -> store(type).put(childId, values));
        }
        case ChildChange.Updated updated -> {
          Values values = store(type).get(updated.id()).with(updated.patch());
          violations.addAll(
              checkChild(owner, type, updated.id(), values)
                  .within(field.name() + "[" + updated.index() + "]"));
          changes.add(() -> store(type).put(updated.id(), values));
        }
        case ChildChange.Deleted deleted -> changes.add(() -> store(type).remove(deleted.id()));
      }
    }
    return violations.build();
  }

  private Violations checkChild(
      ResourceType<?> owner, ResourceType<?> type, long id, Values values) {
    Violations all = validator.validate(type, id, values, snapshot());
    // The owner is only about to exist.
    Map<String, List<String>> messages = new HashMap<>(all.messages());
    messages.remove(owner.name());
    return new Violations(messages);
  }

  @Override
  public synchronized void advice(GetRequest request, StreamObserver<AdviceReply> reply) {
    ResourceType<?> type = type(request.getResource());
    Values object = store(type).get(request.getId());
    AdviceReply.Builder answer = AdviceReply.newBuilder();
    Advice.of(type, request.getId(), object, snapshot())
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
        DependentsReply.newBuilder().addAllBlocking(blocking(type, request.getId()));
    for (FieldType field : type.childFields()) {
      ResourceType<?> childType = catalog.target(field);
      children(childType, field, request.getId())
          .forEach(child -> answer.addDeletedToo(label(childType, child.id())));
    }
    finish(reply, answer.build());
  }

  private List<ObjectLabel> blocking(ResourceType<?> type, long id) {
    List<ObjectLabel> blocking = new ArrayList<>();
    for (ResourceCatalog.Use use : catalog.usesOf(type)) {
      if (!use.owning()) {
        store(use.from())
            .forEach(
                (other, values) -> {
                  Object value = values.get(use.field().name());
                  if (Long.valueOf(id).equals(value)
                      || value instanceof List<?> list && list.contains(id)) {
                    blocking.add(label(use.from(), other));
                  }
                });
      }
    }
    return blocking;
  }

  @Override
  public synchronized void history(GetRequest request, StreamObserver<HistoryReply> reply) {
    finish(
        reply,
        HistoryReply.newBuilder()
            .addAllEntries(
                history
                    .getOrDefault(key(request.getResource(), request.getId()), List.of())
                    .reversed())
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
            .setExpires(NOW.plusSeconds(3600).toEpochMilli())
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
          store(type).get(id).with("files", theme.names()).with("package_digest", theme.digest());
      store(type).put(id, values);
      themes.put(id, theme.archive());
      touched(List.of(label(type, id)));
      revisions.put(key(type.name(), id), version);
      return ChangeSetReply.newBuilder().setVersion(version).addObjects(message(type, id)).build();
    } catch (ThemeException e) {
      return ChangeSetReply.newBuilder()
          .addErrors(errors(0, Violations.of("files", e.getMessage())))
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
      delete(type(request.getResource()), request.getId());
      long id = add("tls_certificate", FakeCertificates.described(request.getValue(), details));
      finish(
          reply,
          ChangeSetReply.newBuilder()
              .setVersion(version)
              .addObjects(message(type("tls_certificate"), id))
              .build());
    } catch (PkiException e) {
      finish(
          reply,
          ChangeSetReply.newBuilder()
              .addErrors(errors(0, Violations.of("certificate", e.sentence())))
              .build());
    }
  }

  private void delete(ResourceType<?> type, long id) {
    for (FieldType field : type.childFields()) {
      ResourceType<?> childType = catalog.target(field);
      children(childType, field, id).forEach(child -> store(childType).remove(child.id()));
    }
    store(type).remove(id);
  }

  private void touched(List<ObjectLabel> labels) {
    version++;
    ConfigurationChanged notice =
        ConfigurationChanged.newBuilder().setVersion(version).addAllObjects(labels).build();
    for (StreamObserver<ConfigurationChanged> watcher : watchers) {
      try {
        watcher.onNext(notice);
      } catch (RuntimeException gone) {
        watchers.remove(watcher);
      }
    }
  }

  private void record(ResourceType<?> type, long id, String kind, Values before, Values after) {
    history
        .computeIfAbsent(key(type.name(), id), k -> new ArrayList<>())
        .add(
            HistoryEntry.newBuilder()
                .setVersion(version)
                .setTime(NOW.toEpochMilli() + version * 60_000)
                .setAuthor("admin")
                .setSource("console")
                .setKind(kind)
                .setBeforeJson(before.names().isEmpty() ? "" : write(type, id, before))
                .setAfterJson(write(type, id, after))
                .build());
  }

  private Parsed parse(ResourceType<?> type, String text) {
    try {
      return json.read(type, mapper.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ConfigurationSnapshot snapshot() {
    ConfigurationSnapshot.Editor editor = ConfigurationSnapshot.empty(catalog).edit();
    objects.forEach(
        (name, stored) ->
            stored.forEach((id, values) -> editor.put(id, type(name).toRecord(values))));
    return editor.done();
  }

  private List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
    String by = list.owner().orElseThrow().by();
    return store(type).entrySet().stream()
        .filter(entry -> Long.valueOf(owner).equals(entry.getValue().get(by)))
        .map(entry -> new StoredValues(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(
                child ->
                    Optional.ofNullable(child.values().number(list.owner().orElseThrow().order()))
                        .orElse(Long.MAX_VALUE)))
        .toList();
  }

  private long length(FieldType list, long owner) {
    return listed(catalog.targets(list), list, owner).size();
  }

  private List<ObjectId> listed(List<ResourceType<?>> types, FieldType list, long owner) {
    String by = list.owner().orElseThrow().by();
    List<ObjectId> listed = new ArrayList<>();
    for (ResourceType<?> type : types) {
      store(type)
          .forEach(
              (id, values) -> {
                if (Long.valueOf(owner).equals(values.get(by)) || values.list(by).contains(owner)) {
                  listed.add(new ObjectId(type.name(), id));
                }
              });
    }
    return listed;
  }

  /** Changes the objects that refer, without their rules. */
  private void writeInverse(ResourceType<?> owner, long id, Values request) {
    for (FieldType list : owner.inverseFields()) {
      if (request.has(list.name())) {
        List<?> wanted = request.list(list.name());
        List<ResourceType<?>> types = catalog.targets(list);
        listed(types, list, id).stream()
            .filter(object -> !wanted.contains(object))
            .forEach(object -> refer(list, object, id, false));
        wanted.stream()
            .filter(object -> !listed(types, list, id).contains(object))
            .forEach(object -> refer(list, (ObjectId) object, id, true));
      }
    }
  }

  private void refer(FieldType list, ObjectId object, long owner, boolean listed) {
    String by = list.owner().orElseThrow().by();
    Values values = store(type(object.resource())).get(object.id());
    List<Object> references = new ArrayList<>(values.list(by));
    references.remove((Object) owner);
    if (listed) {
      references.add(owner);
    }
    boolean single = type(object.resource()).field(by).orElseThrow().kind() == Kind.REFERENCE;
    Object value = single ? listed ? owner : null : List.copyOf(references);
    store(type(object.resource())).put(object.id(), values.with(by, value));
    revisions.put(key(object.resource(), object.id()), version);
  }

  /** Of inverse lists, rows have the lengths alone. */
  private ConfigurationObject row(ResourceType<?> type, long id) {
    ConfigurationObject.Builder row =
        message(type, id).toBuilder().setJson(write(type, id, store(type).get(id), false));
    type.inverseFields().forEach(list -> row.putListLengths(list.name(), length(list, id)));
    return row.build();
  }

  private ConfigurationObject message(ResourceType<?> type, long id) {
    return ConfigurationObject.newBuilder()
        .setResource(type.name())
        .setId(id)
        .setRevision(revisions.getOrDefault(key(type.name(), id), 0L))
        .setJson(write(type, id, store(type).get(id)))
        .addAllSecretsSet(
            type.fields().stream()
                .filter(f -> f.secret() && !store(type).get(id).text(f.name()).isEmpty())
                .map(FieldType::name)
                .toList())
        .build();
  }

  private String write(ResourceType<?> type, long id, Values values) {
    return write(type, id, values, true);
  }

  private String write(ResourceType<?> type, long id, Values values, boolean lists) {
    RelatedObjects related =
        new RelatedObjects() {
          @Override
          public Optional<Values> find(ResourceType<?> other, long otherId) {
            return Optional.ofNullable(store(other).get(otherId));
          }

          @Override
          public List<StoredValues> children(
              ResourceType<?> childType, FieldType list, long owner) {
            return FakeConfiguration.this.children(childType, list, owner);
          }

          @Override
          public Optional<List<ObjectId>> inverse(
              List<ResourceType<?>> types, FieldType list, long owner) {
            return Optional.of(lists)
                .filter(wanted -> wanted && length(list, owner) <= list.limits().maxLength())
                .map(wanted -> listed(types, list, owner));
          }
        };
    return json.write(type, id, values, related).toString();
  }

  private ObjectLabel label(ResourceType<?> type, long id) {
    return ObjectLabel.newBuilder()
        .setResource(type.name())
        .setId(id)
        .setLabel(type.title(store(type).getOrDefault(id, Values.EMPTY)))
        .build();
  }

  private static OperationErrors errors(int operation, Violations violations) {
    OperationErrors.Builder errors = OperationErrors.newBuilder().setOperation(operation);
    violations
        .messages()
        .forEach(
            (field, messages) ->
                errors.addFields(FieldError.newBuilder().setField(field).addAllMessages(messages)));
    return errors.build();
  }

  private TreeMap<Long, Values> store(ResourceType<?> type) {
    return objects.computeIfAbsent(type.name(), name -> new TreeMap<>());
  }

  private ResourceType<?> type(String name) {
    return catalog.find(name).orElseThrow();
  }

  private static String key(String resource, long id) {
    return resource + "/" + id;
  }

  private static <T> void finish(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
