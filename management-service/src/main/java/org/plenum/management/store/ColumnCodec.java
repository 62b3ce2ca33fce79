package org.plenum.management.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;

/**
 * Converts values between their form in {@link org.plenum.model.config.Values} and the columns:
 * times are microseconds since 1970, lists of texts are JSON arrays, secrets are encrypted.
 */
final class ColumnCodec {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JsonMapper json = new JsonMapper();
  private final SecretCipher cipher;

  ColumnCodec(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** Value of a column. */
  @Nullable Object toColumn(ResourceType<?> type, FieldType field, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return field.secret() ? seal(type, field, (String) value) : plainColumn(field, value);
  }

  private Object plainColumn(FieldType field, Object value) {
    return switch (field.kind()) {
      case TEXT, CHOICE, INTEGER, REFERENCE -> value;
      case BOOLEAN -> (Boolean) value ? 1L : 0L;
      case TIME -> micros((Instant) value);
      case TEXTS, CHOICES -> array(value);
      case REFERENCES, CHILDREN, INVERSE -> throw new IllegalArgumentException(field.name());
    };
  }

  /** Value of a column for a declared default; a secret's is empty, if it has one. */
  @Nullable Object defaultColumn(FieldType field, @Nullable Object value) {
    if (field.secret() && value != null && !value.equals("")) {
      throw new IllegalArgumentException(field.name() + ": a secret has no default");
    }
    return value == null ? null : plainColumn(field, value);
  }

  /** Value of a field. */
  @Nullable Object fromColumn(ResourceType<?> type, FieldType field, ResultSet row, int index)
      throws SQLException {
    Object value =
        switch (field.kind()) {
          case TEXT, CHOICE, TEXTS, CHOICES -> row.getString(index);
          case INTEGER, BOOLEAN, TIME, REFERENCE -> row.getLong(index);
          case REFERENCES, CHILDREN, INVERSE -> throw new IllegalArgumentException(field.name());
        };
    if (row.wasNull()) {
      return null;
    }
    return switch (field.kind()) {
      case TEXT -> field.secret() ? open(type, field, (String) value) : value;
      case BOOLEAN -> (Long) value != 0;
      case TIME -> time((Long) value);
      case TEXTS, CHOICES -> list((String) value);
      default -> value;
    };
  }

  /** A value as filters and unique indexes compare it. */
  static @Nullable Object key(FieldType field, @Nullable Object value) {
    if (field.kind() == Kind.TEXT && value instanceof String text) {
      return text.isEmpty() ? null : field.caseMatters() ? text : SqlFunctions.fold(text);
    }
    return value;
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** That there is no secret is no secret; so an empty one stays as it is. */
  private String seal(ResourceType<?> type, FieldType field, String plain) {
    return plain.isEmpty() ? plain : cipher.encrypt(plain, place(type, field));
  }

  private String open(ResourceType<?> type, FieldType field, String sealed) {
    return sealed.isEmpty() ? sealed : cipher.decrypt(sealed, place(type, field));
  }

  private static String place(ResourceType<?> type, FieldType field) {
    return type.name() + "." + field.name();
  }

  private String array(Object list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a list of texts", e);
    }
  }

  private List<String> list(String array) {
    try {
      return List.copyOf(json.readValue(array, TEXTS));
    } catch (JsonProcessingException e) {
      throw new StoreException("A list in the database is damaged.", e);
    }
  }
}
