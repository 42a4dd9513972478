package org.marquetry.channel.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.journal.FileJournal;

@Timeout(60)
final class ReadReportsTest {
  @TempDir Path home;
  private FileJournal journal;
  private GreenMail server;
  private GreenMailUser bounces;
  private ReadReports reports;
  private String mail;

  @BeforeEach
  void start() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    bounces = server.setUser("bounces@shop.example", "bounces", "right");
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/bounces"), "right\n");
    journal = FileJournal.open(home.resolve("journal"), () -> Desk.AT);
    UnsubscribeLinks links = Links.in(home, Desk.ADDRESS);
    Permit anna = Permits.of("spring", "first", "anna", Desk.AT, false);
    URI link = links.link(anna, "email");
    mail =
        new String(
            new MailWriter(new Sender("Shop", "shop@shop.example"))
                .write(anna, Desk.message("anna@example.test"), link),
            StandardCharsets.US_ASCII);
    reports =
        new ReadReports(
            new ReportBook(links, journal, () -> Desk.AT), config(), home.resolve("etc"));
  }

  private MailboxConfig config() {
    return Configs.of(
        MailboxConfig.class,
        Map.of(
            "host", "127.0.0.1",
            "port", server.getImap().getPort(),
            "security", "none",
            "user", "bounces",
            "password", "file:bounces"));
  }

  @AfterEach
  void stop() throws IOException {
    server.stop();
    journal.close();
  }

  @Test
  void eachReportIsReadOnceAndWhatIsNoneIsLeftForAPerson() throws Exception {
    deliver(Reports.bounce("failed", "5.1.1", mail.substring(0, mail.indexOf("\r\n\r\n") + 2)));
    deliver(Reports.complaint("abuse", mail));
    deliver("Subject: Hello\r\n\r\nWhen do you open?\r\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        Map.of("bounced", "1", "complained", "1", "unknown", "1"),
        reports.run(new QuietRun(ReadReports.KIND)));
    assertEquals(Map.of(), reports.run(new QuietRun(ReadReports.KIND)));
    assertEquals(3, server.getReceivedMessages().length, "nothing is deleted");
    long stored = journal.ends().stream().mapToLong(n -> n).sum();
    assertEquals(2, stored);
  }

  @Test
  void whoIsAskedToStopStopsAndGoesOnLater() throws Exception {
    deliver(Reports.complaint("abuse", mail));
    assertThrows(
        JobStopped.class, () -> reports.run(new QuietRun(ReadReports.KIND, Map.of(), true)));
    assertEquals(Map.of("complained", "1"), reports.run(new QuietRun(ReadReports.KIND)));
  }

  @Test
  void aWrongPasswordIsTold() throws IOException {
    Files.writeString(home.resolve("etc/bounces"), "wrong\n");
    assertThrows(MessagingException.class, () -> reports.run(new QuietRun(ReadReports.KIND)));
    Files.writeString(home.resolve("etc/bounces"), "");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> reports.run(new QuietRun(ReadReports.KIND)));
    assertTrue(e.getMessage().contains("which is empty"), e.getMessage());
  }

  private void deliver(byte[] bytes) throws MessagingException {
    bounces.deliver(new MimeMessage((Session) null, new ByteArrayInputStream(bytes)));
  }
}
