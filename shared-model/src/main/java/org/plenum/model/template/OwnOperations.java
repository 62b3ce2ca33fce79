package org.plenum.model.template;

import static org.plenum.model.template.Operation.Parameter.required;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.model.pattern.AliasPattern.Outcome;
import org.plenum.model.pattern.SearchPattern;
import org.plenum.model.template.Operation.Type;

/** The filters and functions that jinja2 does not have (SVC-295 to SVC-305). */
final class OwnOperations {
  /** At least 16 are needed for passwords; a PIN can have no more than 20. */
  private static final int HASH_DIGITS = 20;

  private static final int MAX_PIN = 100;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Operation BASE64 =
      Operation.of("pex_base64", arguments -> base64(arguments.text()));

  /** Filters of every dialect. */
  static final List<Operation> FILTERS =
      List.of(
          BASE64,
          BASE64.named("base64"),
          Operation.of("pex_clean_phone_number", a -> a.text().replaceAll("[^+0-9]", "")),
          Operation.of("pex_hash", arguments -> hash(arguments.text())),
          Operation.of("pex_head", a -> head(a.text(), a.count(0, 0)), required("n", Type.NUMBER)),
          Operation.of("pex_tail", a -> tail(a.text(), a.count(0, 0)), required("n", Type.NUMBER)),
          Operation.of(
              "pex_regex_replace",
              OwnOperations::replace,
              required("find", Type.REGEX),
              required("replace", Type.TEXT)),
          Operation.of("pex_reverse", a -> new StringBuilder(a.text()).reverse().toString()),
          Operation.of("pex_strlen", OwnOperations::length));

  /** Filter of dialects whose results can be left unused. */
  static final Operation REQUIRE_MIN_LENGTH =
      Operation.of(
          "pex_require_min_length", OwnOperations::requireLength, required("n", Type.NUMBER));

  /** Filters of policy scripts, which pass on the configuration that they were given (SYS-216). */
  static final List<Operation> POLICY_FILTERS =
      List.of(
          Operation.ofMany("pex_debug_log", OwnOperations::log),
          Operation.of("pex_to_json", a -> ValueWriter.json(a.input(), a.work())),
          Operation.of("pex_update", OwnOperations::update, required("values", Type.ANY)));

  /** Functions of every dialect. */
  static final List<Operation> FUNCTIONS =
      List.of(
          Operation.of("pex_random_pin", OwnOperations::randomPin, required("n", Type.NUMBER)),
          Operation.of("pex_uuid4", arguments -> UUID.randomUUID().toString()));

  /** The debug log as a function, which is how scripts call it as well. */
  static final Operation DEBUG_LOG = POLICY_FILTERS.getFirst();

  private OwnOperations() {}

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The last decimal digits of a SHA-256, which are as good as random each. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      BigInteger number = new BigInteger(1, digest).mod(BigInteger.TEN.pow(HASH_DIGITS));
      String digits = number.toString();
      return "0".repeat(HASH_DIGITS - digits.length()) + digits;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has no SHA-256", e);
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String head(String text, int count) {
    return count >= length(text) ? text : text.substring(0, text.offsetByCodePoints(0, count));
  }

  private static String tail(String text, int count) {
    int dropped = length(text) - count;
    return dropped <= 0 ? text : text.substring(text.offsetByCodePoints(0, dropped));
  }

  private static long length(Arguments arguments) {
    return arguments.input() == null ? 0 : length(arguments.text());
  }

  private static @Nullable Object requireLength(Arguments arguments) {
    int required = arguments.count(0, 0);
    if (length(arguments) < required) {
      throw new Evaluator.Withhold(required);
    }
    return arguments.input();
  }

  private static String replace(Arguments arguments) {
    SearchPattern pattern;
    try {
      pattern = SearchPattern.compile(arguments.text(0, ""));
    } catch (PatternSyntaxException e) {
      throw arguments.failure("got no valid regular expression: " + e.getDescription() + ".");
    }
    SearchPattern.Result result =
        pattern.replaceAll(arguments.text(), arguments.text(1, ""), arguments.work().left());
    arguments.work().spend(result.steps());
    if (result.outcome() != Outcome.MATCHED) {
      throw arguments.failure("takes too much work: its text or expression is too long.");
    }
    return new BoundedText(arguments.work()).append(result.text()).toString();
  }

  private static String randomPin(Arguments arguments) {
    int digits = arguments.count(0, 0);
    if (digits > MAX_PIN) {
      throw arguments.failure("makes at most " + MAX_PIN + " digits.");
    }
    return RANDOM.ints(digits, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
  }

  /** Gives no output, so that it can stand anywhere in a script. */
  private static String log(Arguments arguments) {
    BoundedText entry = new BoundedText(arguments.work());
    String separator = "";
    if (arguments.input() != null) {
      entry.append(arguments.text());
      separator = ",";
    }
    for (Object value : arguments.all()) {
      entry.append(separator).append(ValueWriter.text(value, arguments.work()));
      separator = ",";
    }
    arguments.evaluator().log(entry.toString());
    return "";
  }

  private static Map<String, @Nullable Object> update(Arguments arguments) {
    if (!(arguments.input() instanceof Map<?, ?> old)
        || !(arguments.value(0) instanceof Map<?, ?> changes)) {
      throw arguments.failure("needs a dictionary on both sides.");
    }
    arguments.work().spend(old.size() + changes.size());
    Map<String, @Nullable Object> updated = new LinkedHashMap<>();
    old.forEach((key, value) -> updated.put((String) key, value));
    changes.forEach((key, value) -> updated.put((String) key, value));
    return updated;
  }
}
