package org.plenum.console.fake;

import java.util.List;
import java.util.Optional;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.FieldError;
import org.plenum.rpc.console.ObjectLabel;
import org.plenum.rpc.console.OperationErrors;

/** Objects and what is wrong with them, as the management service sends them. */
final class FakeMessages {
  private final FakeObjects objects;
  private final ApiJson json;

  FakeMessages(FakeObjects objects) {
    this.objects = objects;
    this.json = new ApiJson(objects.catalog());
  }

  /** Of inverse lists, rows have the lengths alone. */
  ConfigurationObject row(ResourceType<?> type, long id) {
    ConfigurationObject.Builder row =
        object(type, id).toBuilder().setJson(json(type, id, objects.of(type).get(id), false));
    type.inverseFields().forEach(list -> row.putListLengths(list.name(), objects.length(list, id)));
    return row.build();
  }

  ConfigurationObject object(ResourceType<?> type, long id) {
    Values values = objects.of(type).get(id);
    return ConfigurationObject.newBuilder()
        .setResource(type.name())
        .setId(id)
        .setRevision(objects.revision(type, id))
        .setJson(json(type, id, values))
        .addAllSecretsSet(
            type.fields().stream()
                .filter(f -> f.secret() && !values.text(f.name()).isEmpty())
                .map(FieldType::name)
                .toList())
        .build();
  }

  String json(ResourceType<?> type, long id, Values values) {
    return json(type, id, values, true);
  }

  private String json(ResourceType<?> type, long id, Values values, boolean lists) {
    RelatedObjects related =
        new RelatedObjects() {
          @Override
          public Optional<Values> find(ResourceType<?> other, long otherId) {
            return Optional.ofNullable(objects.of(other).get(otherId));
          }

          @Override
          public List<StoredValues> children(
              ResourceType<?> childType, FieldType list, long owner) {
            return objects.children(childType, list, owner);
          }

          @Override
          public Optional<List<ObjectId>> inverse(
              List<ResourceType<?>> types, FieldType list, long owner) {
            return Optional.of(lists)
                .filter(
                    wanted -> wanted && objects.length(list, owner) <= list.limits().maxLength())
                .map(wanted -> objects.listed(types, list, owner));
          }
        };
    return json.write(type, id, values, related).toString();
  }

  ObjectLabel label(ResourceType<?> type, long id) {
    return ObjectLabel.newBuilder()
        .setResource(type.name())
        .setId(id)
        .setLabel(type.title(objects.of(type).getOrDefault(id, Values.EMPTY)))
        .build();
  }

  /** Labels of the objects that refer to an object, which therefore stays. */
  List<ObjectLabel> blocking(ResourceType<?> type, long id) {
    return objects.users(type, id).stream()
        .map(user -> label(objects.type(user.resource()), user.id()))
        .toList();
  }

  static OperationErrors errors(int operation, Violations violations) {
    OperationErrors.Builder errors = OperationErrors.newBuilder().setOperation(operation);
    violations
        .messages()
        .forEach(
            (field, messages) ->
                errors.addFields(FieldError.newBuilder().setField(field).addAllMessages(messages)));
    return errors.build();
  }
}
