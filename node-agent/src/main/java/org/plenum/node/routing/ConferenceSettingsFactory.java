package org.plenum.node.routing;

import java.time.Duration;
import org.plenum.media.conference.Layout;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.View;
import org.plenum.node.conference.ConferenceSettings;
import org.plenum.node.conference.ServiceKind;

/** Makes the settings with which a conference starts out of the configuration of its service. */
final class ConferenceSettingsFactory {

  private ConferenceSettingsFactory() {}

  static ConferenceSettings settings(Stored<Conference> stored, ServiceKind kind, Global global) {
    Conference service = stored.value();
    return new ConferenceSettings(
        stored.id(),
        service.name(),
        kind,
        service.tag(),
        layout(service.hostView()),
        layout(service.guestView()),
        !service.pin().isEmpty(),
        kind == ServiceKind.AUDITORIUM && service.muteAllGuests(),
        Duration.ofSeconds(global.guestsOnlyTimeout()),
        Duration.ofSeconds(global.ejectLastParticipantBackstopTimeout()));
  }

  /** Layouts with three rows of thumbnails are composed as the nearest one that there is. */
  private static Layout layout(View view) {
    return switch (view) {
      case ONE_MAIN_ZERO_PIPS -> Layout.ONE_MAIN_ZERO_PIPS;
      case ONE_MAIN_SEVEN_PIPS, ONE_MAIN_TWENTYONE_PIPS, TWO_MAINS_TWENTYONE_PIPS ->
          Layout.ONE_MAIN_SEVEN_PIPS;
    };
  }
}
