package org.marquetry.channel.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.mail.ReportBook.Result;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.Event;

final class ReportBookTest {
  private static final Permit ANNA = Permits.of("spring", "first", "anna", Desk.AT, false);

  @TempDir Path home;
  private FileJournal journal;
  private ReportBook book;
  private String mail;
  private String headers;

  @BeforeEach
  void open() throws Exception {
    journal = FileJournal.open(home.resolve("journal"), () -> Desk.AT);
    UnsubscribeLinks links = Links.in(home, Desk.ADDRESS);
    book = new ReportBook(links, journal, () -> Desk.AT);
    URI link = links.link(ANNA, "email");
    mail =
        new String(
            new MailWriter(new Sender("Shop", "shop@shop.example"))
                .write(ANNA, Desk.message("anna@example.test"), link),
            StandardCharsets.US_ASCII);
    headers = mail.substring(0, mail.indexOf("\r\n\r\n") + 2);
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  @Test
  void aBounceForGoodIsAFactOnce() {
    byte[] bounce = Reports.bounce("failed", "5.1.1", headers);
    assertEquals(Result.BOUNCED, book.enter(bounce));
    assertEquals(Result.BOUNCED, book.enter(bounce));
    Event event = stored().getFirst();
    assertEquals(1, stored().size());
    assertEquals("bounced anna", event.type() + " " + event.customer().orElseThrow());
    assertEquals(
        Map.of("channel", "email", "campaignId", "spring", "status", "5.1.1"), event.properties());
  }

  @Test
  void aComplaintIsAFactAndItsOppositeIsNone() {
    assertEquals(Result.COMPLAINED, book.enter(Reports.complaint("abuse", mail)));
    assertEquals(Result.UNKNOWN, book.enter(Reports.complaint("not-spam", mail)));
    assertEquals(List.of("complained"), stored().stream().map(Event::type).toList());
  }

  @Test
  void anAddressThatMayWorkAgainBouncedSoftlyAndWhatMayStillArriveDidNot() {
    assertEquals(Result.UNKNOWN, book.enter(Reports.bounce("delayed", "4.4.1", headers)));
    assertEquals(Result.UNKNOWN, book.enter(Reports.bounce("delivered", "2.0.0", headers)));
    assertEquals(List.of(), stored());
    assertEquals(Result.BOUNCED, book.enter(Reports.bounce("failed", "4.2.2", headers)));
    assertEquals("soft", stored().getFirst().properties().get("bounce"));
    assertEquals(Result.BOUNCED, book.enter(Reports.bounce("failed", "5.1.1", headers)));
    assertEquals(2, stored().size(), "for good is another fact");
  }

  @Test
  void reportsOfOthersMailsAndWhateverElseComesChangeNothing() {
    String forged = headers.replaceAll("\\?t=[^>]*>", "?t=YW5uYQ.AAAA>");
    for (byte[] bad :
        List.of(
            Reports.bounce("failed", "5.1.1", forged),
            Reports.bounce("failed", "5.1.1", "Subject: no link\r\n"),
            Reports.complaint("abuse", "no mail"),
            mail.getBytes(StandardCharsets.US_ASCII),
            new byte[0],
            new byte[] {0, 1, 2},
            "Content-Type: multipart/report; boundary=x\r\n\r\n--y"
                .getBytes(StandardCharsets.UTF_8))) {
      assertEquals(Result.UNKNOWN, book.enter(bad));
    }
    assertEquals(List.of(), stored());
  }

  private List<Event> stored() {
    List<Event> all = new ArrayList<>();
    for (int partition = 0; partition < journal.partitions(); partition++) {
      journal.replay(partition, 0, 100).forEach(e -> e.event().ifPresent(all::add));
    }
    return all;
  }
}
