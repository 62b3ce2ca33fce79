package org.plenum.management.csv;

import java.util.Locale;
import org.plenum.management.store.SecretCipher;
import org.plenum.management.store.StoreException;
import org.plenum.model.config.FieldType;

/** The kinds of cells. */
final class Cells {
  /** Files have bit/s where fields have kbit/s. */
  private static final long UNIT = 1000;

  /** Begins the encrypted form of a secret; what follows is Base64. */
  private static final String ENCRYPTED = "$plenum$";

  /** Texts and choices, as they are. */
  static final Cell TEXT =
      new Cell() {
        @Override
        public Object read(String text, Names names) {
          return text;
        }

        @Override
        public String write(Object value, Names names) {
          return (String) value;
        }
      };

  /** True and false in any case (OPS-151). */
  static final Cell FLAG =
      new Cell() {
        @Override
        public Object read(String text, Names names) throws CellException {
          return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new CellException("Enter True or False.");
          };
        }

        @Override
        public String write(Object value, Names names) {
          return (Boolean) value ? "True" : "False";
        }
      };

  /** Whole numbers. */
  static final Cell NUMBER =
      new Cell() {
        @Override
        public Object read(String text, Names names) throws CellException {
          return number(text);
        }

        @Override
        public String write(Object value, Names names) {
          return value.toString();
        }
      };

  private Cells() {}

  private static long number(String text) throws CellException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new CellException("Enter a whole number.");
    }
  }

  /** The kind that a field's declaration asks for. */
  static Cell of(FieldType field) {
    return switch (field.kind()) {
      case TEXT, CHOICE -> TEXT;
      case BOOLEAN -> FLAG;
      case INTEGER -> NUMBER;
      default -> throw new IllegalArgumentException(field.name() + " has no form in CSV");
    };
  }

  /** A bandwidth in bit/s of a field in kbit/s (OPS-168). */
  static Cell bandwidth(FieldType field) {
    long min = field.limits().min() * UNIT;
    long max = field.limits().max() * UNIT;
    return new Cell() {
      @Override
      public Object read(String text, Names names) throws CellException {
        long rate = number(text);
        if (rate < min || rate > max || rate % UNIT != 0) {
          throw new CellException(
              "Enter a number of bit/s from %d to %d in whole thousands.".formatted(min, max));
        }
        return rate / UNIT;
      }

      @Override
      public String write(Object value, Names names) {
        return Long.toString(Math.multiplyExact((Long) value, UNIT));
      }
    };
  }

  /** The name of an object that the field refers to. */
  static Cell reference(NamedTarget target) {
    return new Cell() {
      @Override
      public Object read(String text, Names names) throws CellException {
        return names.id(target, text);
      }

      @Override
      public String write(Object value, Names names) {
        return names.name(target, (Long) value);
      }
    };
  }

  /** A secret: written encrypted, read in either form (OPS-207). */
  static Cell secret(SecretCipher cipher, String place) {
    return new Cell() {
      @Override
      public Object read(String text, Names names) throws CellException {
        if (!text.startsWith(ENCRYPTED)) {
          return text;
        }
        try {
          return cipher.decrypt(text.substring(ENCRYPTED.length()), place);
        } catch (StoreException e) {
          throw new CellException("This was not encrypted by this platform, or was altered.");
        }
      }

      @Override
      public String write(Object value, Names names) {
        String plain = (String) value;
        return plain.isEmpty() ? plain : ENCRYPTED + cipher.encrypt(plain, place);
      }
    };
  }
}
