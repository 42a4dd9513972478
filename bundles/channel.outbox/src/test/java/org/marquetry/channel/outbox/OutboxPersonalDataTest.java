package org.marquetry.channel.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;

class OutboxPersonalDataTest {
  private static final String KEY = "0".repeat(32);
  private static final PersonIds ANNA =
      PersonIds.of(Kind.CUSTOMER, "anna & son 1").and(Kind.EMAIL, Set.of("Family@example.test"));

  @TempDir Path folder;
  private OutboxChannel channel;
  private OutboxPersonalData data;

  @BeforeEach
  void write() throws IOException {
    channel =
        new OutboxChannel(
            folder,
            new Sender("Shop", "s@example.test"),
            Links.in(folder.resolve("home"), "https://s.example"));
    data = new OutboxPersonalData(folder, "outbox");
    for (String customer : List.of("anna & son 1", "anna & son 12", "bob")) {
      for (String campaign : List.of("spring", "冬天")) {
        channel.send(
            Permits.of(campaign, "first", customer, Instant.parse("2026-03-01T09:00:00Z"), false),
            new Message(
                "family@example.test",
                "en",
                "Hello " + customer,
                "x " + Message.UNSUBSCRIBE,
                "<p>x " + Message.UNSUBSCRIBE + "</p>"));
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
  }

  @Test
  void theLinkSaysWhoseAMailIsAlsoWhereAnAddressIsShared() throws IOException {
    List<StoredRecord> hers = data.export(ANNA);
    assertEquals(2, hers.size());
    assertTrue(hers.getFirst().fields().get("mail").contains("Subject: Hello anna & son 1\r\n"));
    assertEquals(2, data.erase(new Erasure(ANNA, KEY), Progress.NONE));
    assertEquals(List.of(), data.export(ANNA));
    assertEquals(4, mails().size());
    assertEquals(0, data.erase(new Erasure(ANNA, KEY), Progress.NONE));
    List<PersonIds> left = new ArrayList<>();
    data.everybody(left::add);
    assertEquals(List.of(PersonIds.NONE.and(Kind.CUSTOMER, List.of("anna & son 12", "bob"))), left);
  }

  @Test
  void aMailWithoutALinkIsFoundByItsAddressAndAHalfOneByItsHeaders() throws IOException {
    Path foreign =
        Files.writeString(folder.resolve("put-there.eml"), "To: <FAMILY@example.test>\n\nx");
    Path one =
        mails().stream().filter(m -> m.toString().contains("spring")).findFirst().orElseThrow();
    Path half = Files.copy(one, one.resolveSibling("half.eml.part"));
    assertEquals(4, data.erase(new Erasure(ANNA, KEY), Progress.NONE));
    assertFalse(Files.exists(foreign));
    assertFalse(Files.exists(half));
  }

  private List<Path> mails() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
    }
  }
}
