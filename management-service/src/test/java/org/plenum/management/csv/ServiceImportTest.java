package org.plenum.management.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_AUDITORIUMS;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_MEETING_ROOMS;
import static org.plenum.model.csv.CsvFamily.VIRTUAL_RECEPTIONS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.model.config.Values;

/** Files of services. */
class ServiceImportTest {
  @TempDir Path folder;
  private CsvFixture csv;

  @BeforeEach
  void open() {
    csv = new CsvFixture(folder);
  }

  @AfterEach
  void close() {
    csv.close();
  }

  @Test
  @Tag("OPS-148")
  @Tag("OPS-185")
  void takesTheExamplesOfTheSpecification() {
    CsvReport report =
        csv.accept(
            VIRTUAL_MEETING_ROOMS,
            "carol,,,,,meet.carol",
            "bob,,,,,meet.bob",
            "bob,,,,,meet.bobby",
            "alice,,1234,True,6789,meet.alice");

    assertThat(report)
        .extracting(CsvReport::records, CsvReport::created, CsvReport::version)
        .containsExactly(4, 3, 1L);
    assertThat(csv.aliases("bob")).containsExactly("meet.bob", "meet.bobby");
    Values alice = csv.service("alice");
    assertThat(alice.flag("allow_guests")).isTrue();
    assertThat(alice.text("guest_pin")).isEqualTo("6789");
  }

  @Test
  @Tag("OPS-157")
  void takesEveryColumnOfAVmrInItsOrder() {
    csv.accept(
        VIRTUAL_MEETING_ROOMS,
        "Room,Text,1234,true,5678,room,Main,tag,384000,4096000,audio,one_main_zero_pips,true,,7,"
            + "a@example.com");

    assertThat(csv.service("Room").asMap())
        .containsEntry("description", "Text")
        .containsEntry("pin", "1234")
        .containsEntry("tag", "tag")
        .containsEntry("max_callrate_in", 384L)
        .containsEntry("max_callrate_out", 4096L)
        .containsEntry("call_type", "audio")
        .containsEntry("host_view", "one_main_zero_pips")
        .containsEntry("enable_overlay_text", true)
        .containsEntry("participant_limit", 7L)
        .containsEntry("primary_owner_email_address", "a@example.com")
        .containsEntry("service_type", "conference");
  }

  @Test
  @Tag("OPS-158")
  void takesEveryColumnOfAnAuditoriumInItsOrder() {
    csv.accept(
        VIRTUAL_AUDITORIUMS,
        "Hall,Text,1234,true,5678,hall,Main,tag,384000,,video-only,one_main_zero_pips,"
            + "two_mains_twentyone_pips,true,true,,70,True");

    assertThat(csv.service("Hall").asMap())
        .containsEntry("service_type", "lecture")
        .containsEntry("call_type", "video-only")
        .containsEntry("guest_view", "two_mains_twentyone_pips")
        .containsEntry("force_presenter_into_main", true)
        .containsEntry("enable_overlay_text", true)
        .containsEntry("participant_limit", 70L)
        .containsEntry("mute_all_guests", true);
  }

  @Test
  @Tag("OPS-159")
  void takesEveryColumnOfAReceptionInItsOrder() {
    csv.accept(
        VIRTUAL_RECEPTIONS,
        "Desk,Text,desk,Main,tag,384000,768000,audio,,,(\\d+),\\1@example.com,");

    assertThat(csv.service("Desk").asMap())
        .containsEntry("service_type", "two_stage_dialing")
        .containsEntry("max_callrate_out", 768L)
        .containsEntry("match_string", "(\\d+)")
        .containsEntry("replace_string", "\\1@example.com");
  }

  @Test
  @Tag("OPS-175")
  @Tag("OPS-179")
  @Tag("OPS-182")
  void namesOfThingsThatAReceptionUses() {
    long theme = csv.create("ivr_theme", Map.of("name", "Night"));
    long server = csv.create("mssip_proxy", Map.of("name", "Lync", "address", "192.0.2.9"));
    long oslo = csv.location("Oslo");

    csv.accept(
        VIRTUAL_RECEPTIONS,
        "name,ivr_theme_name,mssip_proxy_name,system_location_name",
        "Desk,Night,Lync,Oslo");

    assertThat(csv.service("Desk").asMap())
        .containsEntry("ivr_theme", theme)
        .containsEntry("mssip_proxy", server)
        .containsEntry("system_location", oslo);
  }

  @Test
  @Tag("OPS-155")
  @Tag("OPS-179")
  void serversWithTheSameNameAreToldApart() {
    long named = csv.create("mssip_proxy", Map.of("name", "S (2)", "address", "192.0.2.3"));
    long second = csv.create("mssip_proxy", Map.of("name", "S", "address", "192.0.2.2"));
    long first = csv.create("mssip_proxy", Map.of("name", "S", "address", "192.0.2.1"));
    List.of(first, second, named)
        .forEach(
            server ->
                csv.create(
                    "conference",
                    Map.of(
                        "name",
                        "v" + server,
                        "service_type",
                        "two_stage_dialing",
                        "mssip_proxy",
                        server)));

    String file = csv.export(VIRTUAL_RECEPTIONS);
    CsvReport again = csv.accept(VIRTUAL_RECEPTIONS, file);

    assertThat(file).contains(",S (1),", ",S (3),", ",S (2),");
    assertThat(again).extracting(CsvReport::unchanged, CsvReport::version).containsExactly(3, 0L);
    CsvReport guess =
        csv.run(VIRTUAL_RECEPTIONS, Mode.PREVIEW, "name,mssip_proxy_name", "new,S", "other,T");
    assertThat(guess.errors())
        .extracting(CsvError::message)
        .containsExactly(
            "There are 2 Lync / Skype for Business servers 'S': write 'S (1)' or 'S (3)'.",
            "There is no Lync / Skype for Business server 'T'.");
    csv.accept(VIRTUAL_RECEPTIONS, "name,mssip_proxy_name", "new,S (1)");
    assertThat(csv.service("new").number("mssip_proxy")).isEqualTo(first);
  }

  @Test
  @Tag("OPS-147")
  void headerMayHaveAnyOrderAndLeaveColumnsOut() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "pin,alias_alias,name", "1234,meet,Meet");

    assertThat(csv.service("Meet").text("pin")).isEqualTo("1234");
    assertThat(csv.aliases("Meet")).containsExactly("meet");
  }

  @Test
  @Tag("OPS-147")
  void wrongNameInAHeaderIsFound() {
    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.VALID_RECORDS, "name,pinn", "a,1234");

    assertThat(report.errors()).containsExactly(new CsvError(1, "", "There is no column 'pinn'."));
    assertThat(csv.all("conference")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name,Description",
        "NAME",
        "name;description",
        "name\tdescription",
        "Name;Description;PIN code"
      })
  @Tag("OPS-147")
  void headerThatIsWrittenInAnotherWayIsRefused(String header) {
    CsvReport report =
        csv.run(VIRTUAL_MEETING_ROOMS, Mode.VALID_RECORDS, header + ",,", "x1,y1", "x2,y2");

    assertThat(report.errors()).singleElement().extracting(CsvError::line).isEqualTo(1L);
    assertThat(report.errors().getFirst().message())
        .startsWith("This seems to be a header")
        .contains("commas: name");
    assertThat(csv.all("conference")).isEmpty();
  }

  @Test
  @Tag("OPS-147")
  void dataThatHasAWordOfTheHeaderIsData() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "Tag,Ground floor,,,,meet.alias");

    assertThat(csv.aliases("Tag")).containsExactly("meet.alias");
  }

  @Test
  @Tag("OPS-148")
  void blankCellsAtTheEndMeanNothing() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,one" + ",".repeat(300), "b,two, ,\"\",");
    csv.accept(VIRTUAL_MEETING_ROOMS, ",,", "name,description,,", "c,three,,,");

    assertThat(csv.service("a").text("description")).isEqualTo("one");
    assertThat(csv.service("b").text("description")).isEqualTo("two");
    assertThat(csv.service("c").text("description")).isEqualTo("three");
  }

  @Test
  void recordWithTooManyCellsIsWrongAloneAndKeepsItsServiceOut() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "name,alias_alias", "a,a1", "a,a2");

    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.VALID_RECORDS,
            "name,alias_alias",
            "a,a1",
            "a,a2,surplus",
            "b,not an alias!",
            "c,c1");

    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column())
        .containsExactly("3 ", "4 alias_alias");
    assertThat(report.errors().getFirst().message())
        .isEqualTo("There are 3 columns here; 2 are expected.");
    assertThat(report).extracting(CsvReport::created, CsvReport::wrong).containsExactly(1, 2);
    assertThat(csv.aliases("a")).containsExactly("a1", "a2");
    assertThat(csv.aliases("c")).containsExactly("c1");
  }

  @Test
  @Tag("OPS-149")
  void blankStandsForTheDefaultAlsoWhereAnObjectHasSomethingElse() {
    csv.accept(
        VIRTUAL_MEETING_ROOMS, "name,tag,host_view,participant_limit", "a,t,one_main_zero_pips,9");

    csv.accept(VIRTUAL_MEETING_ROOMS, "name,tag,host_view,participant_limit", "a,,,");

    assertThat(csv.service("a").asMap())
        .containsEntry("tag", "")
        .containsEntry("host_view", "one_main_seven_pips")
        .containsEntry("participant_limit", null);
  }

  @Test
  @Tag("OPS-150")
  void fileIsUtf8WithOrWithoutMark() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "\uFEFFname,description", "Köln,Büro ✓");
    assertThat(csv.service("Köln").text("description")).isEqualTo("Büro ✓");

    CsvReport latin =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.PREVIEW,
            "a\nb\nKöln\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin.errors()).containsExactly(new CsvError(3, "", "This line is not in UTF-8."));
  }

  @Test
  @Tag("OPS-151")
  void onlyFlagsIgnoreCase() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,1234,TRUE");
    assertThat(csv.service("a").flag("allow_guests")).isTrue();

    CsvReport report =
        csv.run(VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, "name,call_type,allow_guests", "b,AUDIO,yes");

    assertThat(report.errors())
        .extracting(CsvError::column)
        .containsExactly("allow_guests", "call_type");
  }

  @Test
  @Tag("OPS-151")
  void nameThatDiffersInCaseOnlyIsRefusedWithTheNameThatIsTaken() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "Alice,one");

    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, "alice,two", "Bob", "BOB");

    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column() + ": " + error.message())
        .containsExactly(
            "1 name: Another service has this value already, written 'Alice'; case makes no"
                + " difference.",
            "3 name: Another service has this value already, written 'Bob'; case makes no"
                + " difference.");
  }

  @Test
  @Tag("OPS-152")
  void eachWrongCellIsNamedWithLineAndColumn() {
    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.PREVIEW,
            "name,pin,alias_alias,max_callrate_in,participant_limit",
            "a,12a4,ok,384000,",
            "b,1234,not an alias!,384,many",
            "\"c\nd\",,,,",
            ",,nobody,,");

    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column())
        .containsExactly("2 pin", "3 max_callrate_in", "3 participant_limit", "4 name", "6 name");
    assertThat(report.wrong()).isEqualTo(4);
  }

  @Test
  @Tag("OPS-152")
  void rulesOfTheResourceCountToo() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "taken,,,,,meet");

    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.PREVIEW,
            "a,,,True",
            "b,,,,,b",
            "b,,,,,MEET",
            "c,,,,,not an alias!");

    assertThat(report.errors())
        .extracting(error -> error.line() + " " + error.column())
        .containsExactly("1 pin", "3 alias_alias", "4 alias_alias");
  }

  @Test
  @Tag("OPS-153")
  void quotedTextMayContainCommasAndQuotes() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "\"a, \"\"b\"\"\",\"x,y\"");

    assertThat(csv.service("a, \"b\"").text("description")).isEqualTo("x,y");
  }

  @Test
  @Tag("OPS-154")
  void objectWithTheSameNameIsOverwritten() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,one,,,,a1", "b,two,,,,b1");

    CsvReport report = csv.accept(VIRTUAL_MEETING_ROOMS, "a,three,,,,a2", "b,two,,,,b1");

    assertThat(report)
        .extracting(CsvReport::created, CsvReport::updated, CsvReport::unchanged)
        .containsExactly(0, 1, 1);
    assertThat(csv.service("a").text("description")).isEqualTo("three");
    assertThat(csv.aliases("a")).containsExactly("a2");
  }

  @Test
  @Tag("OPS-154")
  @Tag("OPS-184")
  void lastRecordOfAServiceGivesItsValues() {
    CsvReport report =
        csv.accept(VIRTUAL_MEETING_ROOMS, "a,one,,,,a1,x", "a,two,,,,a2", "a,three,,,,a1,y");

    assertThat(report.created()).isEqualTo(1);
    assertThat(csv.service("a").text("description")).isEqualTo("three");
    assertThat(csv.aliases("a")).containsExactly("a1", "a2");
    assertThat(csv.all("conference_alias").getFirst().values().text("description")).isEqualTo("y");
  }

  @Test
  @Tag("OPS-183")
  void aliasesKeepTheirIdentityAndMoveBetweenServices() {
    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,x", "a,,,,,keep", "b,,,,,y");
    long kept = csv.store.findUnique("conference_alias", "alias", "keep").orElseThrow().id();

    csv.accept(VIRTUAL_MEETING_ROOMS, "a,,,,,y", "a,,,,,keep", "b,,,,,x");

    assertThat(csv.aliases("a")).containsExactly("y", "keep");
    assertThat(csv.aliases("b")).containsExactly("x");
    assertThat(csv.store.findUnique("conference_alias", "alias", "keep").orElseThrow().id())
        .isEqualTo(kept);
  }

  @Test
  @Tag("OPS-156")
  void whatAFileDoesNotKnowStaysAsItIs() {
    csv.accept(VIRTUAL_AUDITORIUMS, "name,mute_all_guests", "hall,True");

    CsvReport report = csv.run(VIRTUAL_MEETING_ROOMS, Mode.PREVIEW, "hall,changed");

    assertThat(report.errors())
        .as("an auditorium is no meeting room")
        .extracting(CsvError::column)
        .containsExactly("name");
  }

  @Test
  @Tag("OPS-168")
  void bandwidthIsInBitsPerSecond() {
    CsvReport report =
        csv.run(
            VIRTUAL_MEETING_ROOMS,
            Mode.PREVIEW,
            "name,max_callrate_in",
            "a,384000",
            "b,384500",
            "c,99999999999999999999",
            "d,1000");

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.errors()).extracting(CsvError::line).containsExactly(3L, 4L, 5L);
  }
}
