package org.marquetry.channel.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.channel.api.UnsubscribeLinks.Message;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.platform.api.http.OpenRequest;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

final class PreferencePageTest {
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
  private static final Pattern CLICK = Pattern.compile("name=\"click\" value=\"([^\"]+)\"");
  private static final Message ANNA =
      new Message(new CustomerId("安娜 & <1>"), new CampaignId("spring"), "email", "marketing");

  @TempDir Path home;
  private final TimersWhenTold timers = new TimersWhenTold();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private FileJournal journal;
  private PreferencePage page;
  private String token;

  @BeforeEach
  void open() throws IOException {
    LinkKey key = SignedLinks.key(home);
    journal = FileJournal.open(home.resolve("journal"), () -> now);
    page = new PreferencePage(key, journal, () -> now, timers);
    token = Token.of(ANNA, key);
  }

  @AfterEach
  void close() throws IOException {
    page.close();
    journal.close();
  }

  @Test
  void whatFollowsLinksChangesNothing() {
    for (String method : List.of("GET", "HEAD", "OPTIONS")) {
      OpenAnswer answer = page.handle(asked(method, token, "", "en"));
      assertEquals(200, answer.status());
      assertTrue(answer.body().contains("<form method=\"post\""), answer.body());
    }
    assertEquals(List.of(), stored());
  }

  @Test
  void theLinksOfATestMessageChangeNothing() throws IOException {
    Message test = new Message(new CustomerId("seed-1"), new CampaignId("spring"), "email", "test");
    String looked = Token.of(test, SignedLinks.key(home));
    OpenAnswer answer = page.handle(asked("POST", looked, ONE_CLICK, "en"));
    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("nothing was changed"), answer.body());
    assertEquals(List.of(), stored());
  }

  @Test
  void thePageIsOneForAllAndLoadsNothing() {
    OpenAnswer answer = page.handle(asked("GET", token, "", "zh-CN,zh;q=0.9,en;q=0.8"));
    String html = answer.body();
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"zh\">"), html);
    assertTrue(html.contains("不再接收这类消息"), html);
    assertTrue(html.contains("width=device-width"), "fits a phone");
    assertFalse(html.contains("安娜"), "nothing of the person");
    assertFalse(
        Pattern.compile("(?i)<script|<img|<link|src=|https?:|//").matcher(html).find(), html);
    String policy = answer.headers().get("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    String english = page.handle(asked("GET", token, "", "fr")).body();
    assertTrue(english.contains("<html lang=\"en\">") && english.contains("No more messages"));
    assertFalse(english.codePoints().filter(c -> c > 0x3000).count() > 2, "but the link to 中文");
    assertTrue(english.contains("href=\"?t=" + token + "&amp;lang=zh\""), english);
  }

  @Test
  void oneClickEndsMessagesOfTheKindOnceHoweverOftenItIsSent() {
    assertEquals(200, page.handle(asked("POST", token, ONE_CLICK, "en")).status());
    String multipart =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--";
    assertEquals(200, page.handle(asked("POST", token, multipart, "en")).status());
    Event event = one();
    assertEquals("unsubscribed", event.type());
    assertEquals(Optional.of(ANNA.customer()), event.customer());
    assertEquals(now, event.occurredAt());
    assertEquals(
        Map.of("channel", "email", "purpose", "marketing", "campaignId", "spring", "by", "link"),
        event.properties());
    now = now.plus(Duration.ofDays(1)); // whoever came back meanwhile can end it again
    page.handle(asked("POST", token, ONE_CLICK, "en"));
    assertEquals(2, stored().size());
  }

  @Test
  void aFormThatIsSentTwiceCountsOnceAndEachWishIsAFact() {
    String shown = page.handle(asked("GET", token, "", "en")).body();
    for (int i = 0; i < 2; i++) {
      OpenAnswer answer = page.handle(asked("POST", token, form("channel", shown), "en"));
      assertTrue(answer.body().contains("role=\"status\">Stored"), answer.body());
      shown = i == 0 ? shown : answer.body();
    }
    assertEquals(List.of("unsubscribed"), types());
    assertFalse(one().properties().containsKey("purpose"), "all messages of the channel");
    shown = page.handle(asked("POST", token, form("again", shown), "en")).body();
    page.handle(asked("POST", token, form("all", shown), "en"));
    assertEquals(List.of("unsubscribed", "consented", "unsubscribed"), types());
    assertEquals("all", stored().getLast().properties().get("channel"), "every channel");
  }

  @Test
  void aChangedOrForeignLinkChangesNothingAndSaysSo() throws IOException {
    LinkKey other = LinkKey.in(home.resolve("other.key"));
    String text = token.substring(0, token.indexOf('.'));
    for (String bad :
        List.of(
            "",
            "x",
            ".",
            token.substring(0, token.length() - 1),
            text + ".",
            text.substring(1) + token.substring(token.indexOf('.')),
            Token.of(ANNA, other),
            "<script>alert(1)</script>",
            "a".repeat(60_000) + ".b")) {
      for (String method : List.of("GET", "POST")) {
        OpenAnswer answer = page.handle(asked(method, bad, ONE_CLICK, "en"));
        assertEquals(403, answer.status(), bad);
        assertTrue(answer.body().contains("Nothing was changed"), answer.body());
        assertFalse(answer.body().contains("alert(1)"));
      }
    }
    assertEquals(List.of(), stored());
  }

  @Test
  void aPostWithoutAWishShowsThePageAgain() {
    for (String body :
        List.of("", "wish=none&click=1", "wish=all", "wish=%zz&click=%", "=&=&", "wish=kind")) {
      assertEquals(200, page.handle(asked("POST", token, body, "en")).status(), body);
    }
    assertEquals(List.of(), stored());
  }

  @Test
  void oneLinkDoesNotFillTheJournal() {
    for (int i = 0; i < 100; i++) {
      page.handle(asked("POST", token, "wish=kind&click=" + i, "en"));
    }
    assertEquals(30, stored().size());
    assertEquals(429, page.handle(asked("POST", token, ONE_CLICK, "en")).status());
    timers.run();
    assertEquals(200, page.handle(asked("POST", token, ONE_CLICK, "en")).status());
  }

  @Test
  void theKeyIsThisAccountsAloneAndStays() throws IOException {
    Path key = home.resolve("data/links/key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    SignedLinks again = new SignedLinks(home, "https://news.shop.example/");
    assertEquals(Optional.of(ANNA), again.read(token));
    assertEquals(
        Optional.of(ANNA), again.read("https://news.shop.example/open/preferences?t=" + token));
    assertEquals(Optional.empty(), again.read(token + "x"));
    Files.writeString(key, "short");
    IOException e = assertThrows(IOException.class, () -> SignedLinks.key(home));
    assertTrue(e.getMessage().contains("from a backup"), e.getMessage());
  }

  private static String form(String wish, String shown) {
    Matcher click = CLICK.matcher(shown);
    assertTrue(click.find(), shown);
    return "wish=" + wish + "&click=" + click.group(1);
  }

  private List<String> types() {
    return stored().stream().map(Event::type).toList();
  }

  private Event one() {
    assertEquals(1, stored().size());
    return stored().getFirst();
  }

  private List<Event> stored() {
    List<Event> all = new ArrayList<>();
    for (int partition = 0; partition < journal.partitions(); partition++) {
      for (JournalEntry entry : journal.replay(partition, 0, 10_000)) {
        entry.event().ifPresent(all::add);
      }
    }
    return all;
  }

  private static OpenRequest asked(String method, String token, String body, String language) {
    return new Asked(
        method,
        new HashMap<>(Map.of("t", token)),
        new HashMap<>(Map.of("Accept-Language", language)),
        body);
  }

  /// A request as a stranger sends it.
  private record Asked(
      String method, Map<String, String> queries, Map<String, String> headers, String body)
      implements OpenRequest {
    @Override
    public String path() {
      return PreferencePage.PATH;
    }

    @Override
    public String from() {
      return "203.0.113.7";
    }

    @Override
    public Optional<String> query(String name) {
      return Optional.ofNullable(queries.get(name));
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }
}
