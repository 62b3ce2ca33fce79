package org.plenum.management.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ObjectChange.Kind;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;

class ConfigurationTextsTest {
  /** What text formats like to get wrong. */
  private static final List<String> AWKWARD =
      List.of(
          "yes",
          "no",
          "null",
          "~",
          "0123",
          "1e3",
          "12:30",
          "0x1F",
          "1_000",
          "true",
          "- a",
          "a: b",
          "# x",
          "{a}",
          "[b]",
          "*c",
          "&d",
          "!e",
          "|",
          ">",
          "%f",
          "@g",
          "`h`",
          "'",
          "\"",
          "\\n",
          "a #b",
          "é ü 漢字 😀",
          "=",
          "<<",
          "2026-01-31",
          ".inf",
          ".5",
          "-",
          "?",
          ":",
          ",",
          "a\u00a0b",
          "very long ".repeat(20).strip());

  @TempDir Path folder;
  private StoreFixture fixture;
  private ConfigurationTexts texts;

  @BeforeEach
  void open() {
    fixture = open("one");
    texts = new ConfigurationTexts(fixture.store(), fixture.changeSets());
  }

  private StoreFixture open(String name) {
    try {
      StoreFixture made = new StoreFixture(Files.createDirectory(folder.resolve(name)));
      new InitialConfiguration(made.store(), made.changeSets()).ensure(ServiceFixture.NETWORK);
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Child alias(String alias) {
    return new Child(null, Values.of(Map.of("alias", alias)));
  }

  private long room(String name, String... aliases) {
    List<Child> children =
        java.util.Arrays.stream(aliases).map(ConfigurationTextsTest::alias).toList();
    return fixture.create("conference", Map.of("name", name, "aliases", children));
  }

  private List<TextChange> compare(String text) {
    return texts.compare(text, false).changes();
  }

  private long apply(String text) {
    return texts.apply("alice", text, false, OptionalLong.empty());
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(TextRefusedException.class, () -> compare(text)).problems();
  }

  @Test
  void writesWhatDiffersFromTheDefaultsUnderNaturalKeys() {
    long dns = fixture.create("dns_server", Map.of("address", "192.0.2.7"));
    fixture.create(
        "system_location",
        Map.of("name", "Oslo", "dns_servers", List.of(dns), "ntp_servers", List.of(1L)));
    room("Meet", "meet", "b");

    assertThat(texts.export())
        .contains(
            """
            system_location:
              - name: Oslo
                dns_servers:
                  - 192.0.2.7
                ntp_servers:
                  - ntp.example.org
            """)
        .contains(
            """
            conference:
              - name: Meet
                aliases:
                  - alias: meet
                  - alias: b
            """)
        .contains("global: {}\n")
        .doesNotContain("conference_alias")
        .isEqualTo(texts.export());
  }

  @Test
  void findsNoDifferenceInItsOwnText() {
    room("Meet", "meet", "b");
    fixture.create("ntp_server", Map.of("address", "192.0.2.9", "key_id", 1L, "key", "s3cret"));

    String text = texts.export();

    assertThat(texts.compare(text, true).changes()).isEmpty();
    assertThat(texts.apply("alice", text, true, OptionalLong.empty())).isEqualTo(fixture.version());
  }

  @Test
  void makesTheSameConfigurationInAnEmptyService() {
    Random random = new Random(7);
    List<Long> servers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      servers.add(
          fixture.create(
              "dns_server",
              // Some have the same address, so that the key alone does not tell them apart.
              Map.of("address", "192.0.2." + i / 2, "description", AWKWARD.get(i))));
    }
    for (int i = 0; i < AWKWARD.size(); i++) {
      String text = AWKWARD.get(i);
      fixture.create(
          "system_location",
          Map.of(
              "name", text,
              "description", AWKWARD.get(random.nextInt(AWKWARD.size())),
              "dns_servers", List.of(servers.get(i % 6)),
              "ntp_servers", List.of(1L)));
      room(text, "a" + i, "b" + i);
    }
    String text = texts.export();

    try (StoreFixture other = open("two")) {
      ConfigurationTexts there = new ConfigurationTexts(other.store(), other.changeSets());
      there.apply("bob", text, true, OptionalLong.empty());

      assertThat(there.export()).isEqualTo(text);
      assertThat(there.compare(text, true).changes()).isEmpty();
    }
  }

  @Test
  void createsChangesAndDeletesChildrenInOneChangeSet() {
    long meet = room("Meet", "meet", "old");
    long version = fixture.version();
    String text =
        """
        system_location:
          - name: Oslo
            dns_servers: [192.0.2.7]
            ntp_servers: [ntp.example.org]
        dns_server:
          - address: 192.0.2.7
        conference:
          - name: Meet
            description: changed
            aliases:
              - alias: new
              - alias: meet
        """;

    assertThat(compare(text))
        .extracting(TextChange::kind, TextChange::resource, TextChange::name)
        .contains(
            tuple(Kind.CREATE, "system_location", "Oslo"),
            tuple(Kind.CREATE, "dns_server", "192.0.2.7"),
            tuple(Kind.UPDATE, "conference", "Meet"),
            tuple(Kind.CREATE, "conference_alias", "new"),
            tuple(Kind.DELETE, "conference_alias", "old"));
    assertThat(fixture.version()).isEqualTo(version);

    assertThat(apply(text)).isEqualTo(version + 1);
    assertThat(fixture.get("conference", meet).values().text("description")).isEqualTo("changed");
    assertThat(compare(text)).isEmpty();
  }

  @Test
  void deletesOnlyWhenAskedTo() {
    room("Meet", "meet");
    room("Other", "other");
    String text = "conference:\n  - name: Meet\n    aliases:\n      - alias: meet\n";

    assertThat(compare(text)).isEmpty();
    assertThat(texts.compare(text, true).changes())
        .extracting(TextChange::kind, TextChange::name)
        .containsExactlyInAnyOrder(tuple(Kind.DELETE, "Other"), tuple(Kind.DELETE, "other"));
  }

  @Test
  void keepsSecretsThatTheTextDoesNotGive() {
    long id =
        fixture.create("ntp_server", Map.of("address", "192.0.2.9", "key_id", 1L, "key", "s3cret"));
    String text = texts.export();
    assertThat(text).doesNotContain("s3cret").contains("key:\n      secret: kept");

    apply(text.replace("key_id: 1", "key_id: 2"));
    assertThat(fixture.get("ntp_server", id).values().text("key")).isEqualTo("s3cret");

    String given = text.replace("key:\n      secret: kept", "key: other1");
    assertThat(texts.compare(given, false).toString()).doesNotContain("other1", "s3cret");
    apply(given);
    assertThat(fixture.get("ntp_server", id).values().text("key")).isEqualTo("other1");
  }

  @Test
  void cannotKeepASecretThatIsNotThere() {
    assertThat(
            problems(
                "ntp_server:\n  - address: 192.0.2.9\n    key_id: 1\n    key: {secret: kept}\n"))
        .containsExactly(
            "NTP server \"192.0.2.9\", key: There is no stored secret to keep; give a value.");
  }

  @Test
  void namesLineOrObjectAndFieldOfAProblem() {
    assertThat(problems("conference:\n  - name: [\n"))
        .singleElement()
        .asString()
        .startsWith("Line");
    assertThat(problems("fax: []\n")).containsExactly("There is no resource fax.");
    assertThat(
            problems(
                """
                conference:
                  - name: Meet
                    colour: red
                    participant_limit: many
                """))
        .containsExactlyInAnyOrder(
            "service \"Meet\", colour: There is no such field in conference.",
            "service \"Meet\", participant_limit: Enter a whole number.");
    assertThat(problems("conference:\n  - name: Meet\n    aliases:\n      - alias: not one!\n"))
        .singleElement()
        .asString()
        .startsWith("alias \"not one!\", alias: Enter letters");
    assertThat(
            problems("system_location:\n  - name: A\n    dns_servers: [x]\n    ntp_servers: []\n"))
        .contains("location \"A\", dns_servers: There is no DNS server \"x\".");
    assertThat(
            problems(
                "conference_sync_template:\n  - name: All\n    conference_name: '{{ sn|sort }}'\n"))
        .containsExactly(
            "LDAP sync template \"All\", conference_name: This is not a valid template. "
                + "Line 1, column 7: there is no filter 'sort' here.");
  }

  @Test
  void saysWhichTextsNeedQuotes() {
    assertThat(
            problems(
                """
                conference:
                  - name: Meet
                    pin: 01234
                    participant_limit: 1_000
                    aliases:
                      - alias: 0123
                      - alias: 1.10
                """))
        .containsExactly(
            "Line 3: write \"01234\" in quotes if it is a text, else as a plain decimal number.",
            "Line 4: write \"1_000\" in quotes if it is a text, else as a plain decimal number.",
            "Line 6: write \"0123\" in quotes if it is a text, else as a plain decimal number.",
            "Line 7: write \"1.10\" in quotes if it is a text, else as a plain decimal number.");
    assertThat(
            problems(
                """
                conference:
                  - name: true
                    pin: 1234
                    aliases:
                      - alias: 83
                """))
        .containsExactlyInAnyOrder(
            "service \"true\", name: Write the text in quotes: \"true\".",
            "service \"true\", pin: Write the text in quotes: \"1234\".",
            "alias \"83\", alias: Write the text in quotes: \"83\".");
    assertThat(
            compare(
                "conference:\n  - name: Meet\n    pin: \"0123\"\n    aliases:\n      - alias: '0123'\n"))
        .extracting(TextChange::name)
        .containsExactlyInAnyOrder("Meet", "0123");
    assertThat(problems("")).isNotEmpty();
  }

  @Test
  void refusesWhatTheConfigurationHasMovedOnFrom() {
    room("Meet");
    long seen = texts.compare("{}", false).version();
    fixture.accept(Operation.create("conference", Values.of(Map.of("name", "Other"))));

    assertThat(
            catchThrowableOfType(
                org.plenum.management.version.StaleVersionException.class,
                () -> texts.apply("alice", "{}", false, OptionalLong.of(seen))))
        .isNotNull();
  }
}
