package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.insight.api.Agenda;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.h2.H2Databases;

/// On a real store.
class CoreTodayTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin"); // its clocks change
  private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
  private static final Actor ANNA = user("u-anna", "insight.read");
  private static final Actor BERT = user("u-bert", "insight.read", "job.read");

  @TempDir Path folder;
  private final List<AgendaItem> items = new ArrayList<>();
  private Instant now = MONDAY;
  private H2Databases databases;
  private CoreToday today;

  private static Actor user(String id, String... permissions) {
    return new Actor(Actor.Kind.USER, id, Set.of(permissions));
  }

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> now);
    today = new CoreToday(new InsightStore(databases), () -> now, new ZoneOf(BERLIN, () -> now));
    today.sources = List.of(source("shop", items));
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static AgendaSource source(String name, List<AgendaItem> items) {
    return new AgendaSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<AgendaItem> items(Instant since) {
        return List.copyOf(items);
      }
    };
  }

  private AgendaItem.Builder item(Kind kind, String key) {
    return AgendaItem.builder(kind, key, now, new Words("标题 " + key, "title " + key));
  }

  private Agenda ask(Actor actor) {
    now = now.plus(CoreToday.FRESH);
    return actor.call(today::agenda);
  }

  private static List<String> keys(List<AgendaItem> items) {
    return items.stream().map(AgendaItem::key).toList();
  }

  @Test
  void theMostMoneyComesFirstThenWhatWaitsLongest() {
    items.add(item(Kind.WAITS, "b").build());
    items.add(item(Kind.WAITS, "a").stake(new Money(100, "EUR")).build());
    items.add(item(Kind.WAITS, "c").stake(new Money(900, "EUR")).build());
    now = now.minusSeconds(60);
    items.add(item(Kind.WAITS, "d").build());
    now = MONDAY;
    assertEquals(List.of("c", "a", "d", "b"), keys(ask(ANNA).waits()));
  }

  @Test
  void whatIsPutOffComesBackAndIsGoneForOneUserOnly() {
    items.add(item(Kind.WAITS, "a").build());
    ANNA.run(() -> today.later("a", MONDAY.plus(Duration.ofDays(1))));
    assertEquals(List.of(), ask(ANNA).waits());
    assertEquals(1, ask(ANNA).later());
    assertEquals(List.of("a"), keys(ask(BERT).waits()));
    today =
        new CoreToday(
            new InsightStore(databases), () -> now, new ZoneOf(BERLIN, () -> now)); // a restart
    today.sources = List.of(source("shop", items));
    assertEquals(List.of(), ask(ANNA).waits());
    now = MONDAY.plus(Duration.ofDays(1));
    assertEquals(List.of("a"), keys(ask(ANNA).waits()));
  }

  @Test
  void whatIsPutOffCanBeBroughtBack() {
    items.add(item(Kind.WRONG, "a").build());
    ANNA.run(() -> today.later("a", MONDAY.plus(Duration.ofDays(1))));
    ANNA.run(() -> today.later("a", MONDAY.plus(Duration.ofDays(2))));
    assertEquals(1, ANNA.call(today::noLonger));
    assertEquals(List.of("a"), keys(ask(ANNA).wrong()));
  }

  @Test
  void aTimeThatIsOverOrTooFarIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> today.later("a", now));
    assertThrows(
        IllegalArgumentException.class, () -> today.later("a", now.plus(Duration.ofDays(91))));
  }

  @Test
  void whoMayNotSeeAThingDoesNot() {
    items.add(item(Kind.WRONG, "job/1").permission("job.read").build());
    assertEquals(List.of(), ask(ANNA).wrong());
    assertEquals(List.of("job/1"), keys(ask(BERT).wrong()));
  }

  @Test
  void aSourceThatFailsIsNamedAndTheOthersTell() {
    items.add(item(Kind.WAITS, "a").build());
    AgendaSource broken =
        new AgendaSource() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public List<AgendaItem> items(Instant since) {
            throw new IllegalStateException("broken on purpose");
          }
        };
    today.sources = List.of(broken, source("shop", items));
    assertEquals(List.of("broken"), ask(ANNA).silent());
    assertEquals(List.of("a"), keys(ask(ANNA).waits()));
  }

  @Test
  void onAMondayTheSuitesDeedsCountSinceFriday() {
    assertEquals(Instant.parse("2026-11-19T23:00:00Z"), ask(ANNA).since());
    assertEquals(
        LocalDate.of(2026, 11, 23), CoreToday.workingDayBefore(LocalDate.of(2026, 11, 24)));
    assertTrue(
        CoreToday.workingDayBefore(LocalDate.of(2026, 11, 22)).equals(LocalDate.of(2026, 11, 20)));
  }
}
