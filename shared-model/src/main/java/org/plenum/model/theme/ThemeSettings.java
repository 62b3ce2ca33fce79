package org.plenum.model.theme;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of a theme, {@code themeconfig.json} (SVX-395 to SVX-410). */
final class ThemeSettings {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MAX_TEXT = 250;
  private static final int MAX_SECONDS = 3600;
  private static final Pattern RGB = Pattern.compile("0x[0-9A-Fa-f]{6}");
  private static final Pattern ARGB = Pattern.compile("0x([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}");
  private static final Pattern COMMAND = Pattern.compile("[0-9*#]{2}");
  private static final Set<String> ACTIONS =
      Set.of("toggle_lock", "toggle_guest_mute", "end_conference");

  private static final Map<String, Setting> SETTINGS =
      Map.ofEntries(
          Map.entry("enable_dtmf_conference_control", Setting.FLAG),
          Map.entry("dtmf_conference_control_commands", Setting.COMMANDS),
          Map.entry("no_main_video_bg", Setting.COLOUR),
          Map.entry("no_presentation_video_bg", Setting.COLOUR),
          Map.entry("disable_streaming_indicator", Setting.FLAG),
          Map.entry("disable_watermark_icon", Setting.FLAG),
          Map.entry("streaming_indicator_text", Setting.TEXT),
          Map.entry("virtual_reception_text_color", Setting.COLOUR),
          Map.entry("plus_n_indicator_text_color", Setting.COLOUR),
          Map.entry("indicator_num_color", Setting.COLOUR),
          Map.entry("indicator_num_bg_color", Setting.COLOUR_WITH_ALPHA),
          Map.entry("test_call_service_media_delay", Setting.SECONDS),
          Map.entry("test_call_service_disconnect_timeout", Setting.SECONDS));

  private enum Setting {
    FLAG("true or false"),
    TEXT("a text of at most 250 characters"),
    SECONDS("a whole number of seconds from 0 to 3600"),
    COLOUR("a colour such as \"0xFFFFFF\""),
    COLOUR_WITH_ALPHA("a colour such as \"0xBE222222\" or \"0xFFFFFF\""),
    COMMANDS(
        "an object whose keys are two of 0 to 9, * and #, and whose values are toggle_lock,"
            + " toggle_guest_mute or end_conference");

    private final String description;

    Setting(String description) {
      this.description = description;
    }

    boolean allows(JsonNode value) {
      return switch (this) {
        case FLAG -> value.isBoolean();
        case TEXT -> value.isTextual() && value.textValue().length() <= MAX_TEXT;
        case SECONDS -> value.isInt() && value.intValue() >= 0 && value.intValue() <= MAX_SECONDS;
        case COLOUR -> value.isTextual() && RGB.matcher(value.textValue()).matches();
        case COLOUR_WITH_ALPHA -> value.isTextual() && ARGB.matcher(value.textValue()).matches();
        case COMMANDS ->
            value.isObject()
                && value.properties().stream()
                    .allMatch(
                        command ->
                            COMMAND.matcher(command.getKey()).matches()
                                && ACTIONS.contains(command.getValue().asText()));
      };
    }
  }

  private ThemeSettings() {}

  static void check(byte[] content) throws ThemeException {
    JsonNode settings = parse(content);
    if (!settings.isObject()) {
      throw new ThemeException("the settings must be a JSON object.");
    }
    for (Map.Entry<String, JsonNode> entry : settings.properties()) {
      Setting setting = SETTINGS.get(entry.getKey());
      if (setting == null) {
        throw new ThemeException("there is no setting '%s'.".formatted(entry.getKey()));
      }
      if (!setting.allows(entry.getValue())) {
        throw new ThemeException("'%s' must be %s.".formatted(entry.getKey(), setting.description));
      }
    }
  }

  private static JsonNode parse(byte[] content) throws ThemeException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return JSON.readTree(text);
    } catch (CharacterCodingException e) {
      throw new ThemeException("the settings are not valid UTF-8.");
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      throw new ThemeException(
          where == null
              ? "the settings are not valid JSON."
              : "the settings are not valid JSON: line %d, column %d."
                  .formatted(where.getLineNr(), where.getColumnNr()));
    }
  }
}
