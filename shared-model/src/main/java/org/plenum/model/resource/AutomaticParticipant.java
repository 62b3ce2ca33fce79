package org.plenum.model.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.Check;
import org.plenum.model.config.Checked;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Format;
import org.plenum.model.config.Length;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.Syntax;
import org.plenum.model.config.When;

/** A participant that conferences call when they begin (SVX-170 to SVX-201). */
@Resource(
    name = "automatic_participant",
    label = "automatically dialed participant",
    plural = "automatically dialed participants",
    menu = Menu.SERVICES,
    title = "alias",
    help = "A participant whom conferences of the chosen services call as soon as they begin.")
public record AutomaticParticipant(
    @Field(
            label = "Participant alias",
            help =
                "What is dialed: a SIP address for SIP, an address that starts with rtmp:// or "
                    + "rtmps:// for RTMP.")
        @Length(max = 250)
        String alias,
    @Field(
            label = "Display name",
            help = "Name in lists and on the picture of the participant; empty: the alias.")
        @Default("")
        @Length(max = 250)
        String remoteDisplayName,
    @Field(label = "Description", help = "Free text for administrators.")
        @Default("")
        @Length(max = 250)
        String description,
    @Field(
            label = "Services",
            help =
                "Virtual Meeting Rooms and Virtual Auditoriums that call the participant when "
                    + "they begin.")
        @Default("")
        List<Ref<Conference>> conference,
    @Field(
            label = "Route this call",
            help =
                "Manually: with the protocol below and the call control systems of the location. "
                    + "By call routing rules: the alias must match a rule for outgoing calls, "
                    + "which decides the rest.",
            section = "Call")
        @Default("manual")
        ParticipantRouting routing,
    @Field(
            label = "Protocol",
            help = "Protocol of the call; a registered device is called with its own.",
            section = "Call")
        @When(field = "routing", is = "manual")
        @Default("sip")
        OutgoingProtocol protocol,
    @Field(
            label = "Call capability",
            help =
                "Media that the participant may have, which it cannot exceed later. Counts for "
                    + "all protocols but RTMP.",
            section = "Call")
        @When(field = "routing", is = "manual")
        @Default("video")
        Capability callType,
    @Field(
            label = "Outgoing location",
            help =
                "Location whose node places the call, or, with call routing rules, the location "
                    + "that rules compare with; empty: that of the participant who started the "
                    + "conference.",
            section = "Call")
        @Nullable Ref<SystemLocation> systemLocation,
    @Field(
            label = "DTMF sequence",
            help =
                "Keys that are sent when the call is answered: digits, * and #; each comma is a "
                    + "pause of 2 seconds. The first key follows after 3 seconds.",
            section = "Call")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.DTMF)
        String dtmfSequence,
    @Field(
            label = "Role",
            help = "Role with which the participant joins, without having to enter a PIN.",
            section = "Conference")
        @Default("guest")
        ParticipantRole role,
    @Field(
            label = "Keep conference alive",
            help =
                "Whether the conference goes on when only this participant is left. Yes: as with "
                    + "any Host, so it counts for Hosts only. If multiple: it goes on while there "
                    + "are at least two such participants, one of them a Host. No is best for "
                    + "streaming and recording.",
            section = "Conference")
        @Default("keep_conference_alive_if_multiple")
        KeepAlive keepConferenceAlive,
    @Field(
            label = "Streaming",
            help = "The participant is a streaming or recording device.",
            section = "Conference")
        @Default("false")
        boolean streaming,
    @Field(
            label = "Dual stream (presentation) URL",
            help =
                "RTMP only: address for a second stream with the presentation; empty: one stream "
                    + "for everything.",
            section = "Conference")
        @When(field = "protocol", is = "rtmp")
        @Default("")
        @Length(max = 250)
        @Format(Syntax.RTMP_URL)
        String presentationUrl,
    @Field(
            label = "Creation time",
            help = "When the participant was first configured.",
            readOnly = true,
            section = "Conference")
        @Default("now")
        Instant creationTime)
    implements Checked {
  /** Copies the list. */
  public AutomaticParticipant {
    conference = List.copyOf(conference);
  }

  @Override
  public void check(Check check) {
    if (routing == ParticipantRouting.MANUAL) {
      checkManualCall(check);
    }
    for (Ref<Conference> service : conference) {
      boolean conferences =
          check
              .view()
              .find(Conference.class, service)
              .filter(found -> found.value().serviceType().isConference())
              .isPresent();
      check.require(
          conferences,
          "conference",
          "Only Virtual Meeting Rooms and Virtual Auditoriums can call participants.");
    }
  }

  private void checkManualCall(Check check) {
    switch (protocol) {
      case SIP -> requireSyntax(check, Syntax.SIP_ALIAS);
      case RTMP -> requireSyntax(check, Syntax.RTMP_URL);
      case H323, MSSIP -> {}
    }
    check.require(
        presentationUrl.isEmpty() || protocol == OutgoingProtocol.RTMP,
        "presentation_url",
        "Only RTMP has a stream of its own for the presentation.");
    check.require(
        callType == Capability.VIDEO || protocol != OutgoingProtocol.RTMP,
        "call_type",
        "RTMP calls have video and presentation; they cannot have less.");
  }

  private void requireSyntax(Check check, Syntax syntax) {
    check.require(syntax.allows(alias), "alias", syntax.message(alias));
  }
}
