package org.plenum.management.csv;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.store.SecretCipher;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.csv.CsvFamily;

/** The formats of all files whose resources are in a catalogue (OPS-157 to OPS-208). */
final class CsvFormats {
  private final Map<CsvFamily, CsvFormat> formats;

  private CsvFormats(Map<CsvFamily, CsvFormat> formats) {
    this.formats = Collections.unmodifiableMap(formats);
  }

  /**
   * Reads the declarations below against the resources.
   *
   * @param cipher for secrets, whose encrypted form can be read on this platform only
   */
  static CsvFormats of(ResourceCatalog catalog, SecretCipher cipher) {
    Map<CsvFamily, CsvFormat> formats = new EnumMap<>(CsvFamily.class);
    for (CsvFamily family : CsvFamily.values()) {
      Optional<ResourceType<?>> type = catalog.find(family.resource());
      if (type.isPresent()) {
        formats.put(
            family, declare(new CsvFormat.Builder(catalog, cipher, family, type.get()), family));
      }
    }
    return new CsvFormats(formats);
  }

  Optional<CsvFormat> find(CsvFamily family) {
    return Optional.ofNullable(formats.get(family));
  }

  private static CsvFormat declare(CsvFormat.Builder builder, CsvFamily family) {
    return switch (family) {
      case VIRTUAL_MEETING_ROOMS -> virtualMeetingRooms(builder);
      case VIRTUAL_AUDITORIUMS -> virtualAuditoriums(builder);
      case VIRTUAL_RECEPTIONS -> virtualReceptions(builder);
      case AUTOMATIC_PARTICIPANTS -> automaticParticipants(builder);
      case DEVICES -> devices(builder);
    };
  }

  private static CsvFormat virtualMeetingRooms(CsvFormat.Builder format) {
    return conference(format)
        .fields("enable_overlay_text")
        .named("ivr_theme_name", "ivr_theme")
        .fields("participant_limit", "primary_owner_email_address")
        .build();
  }

  private static CsvFormat virtualAuditoriums(CsvFormat.Builder format) {
    return conference(format)
        .fields("guest_view", "force_presenter_into_main", "enable_overlay_text")
        .named("ivr_theme_name", "ivr_theme")
        .fields("participant_limit", "mute_all_guests")
        .build();
  }

  /** What Virtual Meeting Rooms and Virtual Auditoriums begin with. */
  private static CsvFormat.Builder conference(CsvFormat.Builder format) {
    return format
        .fields("name", "description", "pin", "allow_guests", "guest_pin")
        .ofChild("alias_alias", "alias")
        .ofChild("alias_description", "description")
        .fields("tag")
        .bandwidths("max_callrate_in", "max_callrate_out")
        .fields("call_type", "host_view");
  }

  private static CsvFormat virtualReceptions(CsvFormat.Builder format) {
    return format
        .fields("name", "description")
        .ofChild("alias_alias", "alias")
        .ofChild("alias_description", "description")
        .fields("tag")
        .bandwidths("max_callrate_in", "max_callrate_out")
        .fields("call_type")
        .named("ivr_theme_name", "ivr_theme")
        .named("mssip_proxy_name", "mssip_proxy")
        .fields("match_string", "replace_string")
        .named("system_location_name", "system_location")
        .build();
  }

  private static CsvFormat automaticParticipants(CsvFormat.Builder format) {
    return format
        .fields("alias", "remote_display_name", "description", "protocol", "dtmf_sequence")
        .fields("role", "streaming", "keep_conference_alive", "call_type", "routing")
        .fields("presentation_url")
        .named("system_location_name", "system_location")
        .oneOf(
            "conference_name",
            "conference",
            "Virtual Meeting Room or Virtual Auditorium",
            Map.of("service_type", List.of("conference", "lecture")))
        .build();
  }

  /** The column {@code sync_tag} is found in headers of files, but has no meaning in them. */
  private static CsvFormat devices(CsvFormat.Builder format) {
    return format
        .fields("alias", "tag", "description", "username", "password")
        .fields("primary_owner_email_address")
        .ignored("sync_tag")
        .build();
  }
}
