package org.marquetry.channel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.InFelix;
import org.marquetry.shop.api.Event;
import org.osgi.framework.Bundle;

/// From the channel to the mail server and, by the link in the mail, back into the journal.
@InFelix(
    bundles = {
      "org.apache.felix.http.servlet-api",
      "org.apache.commons.commons-io",
      "org.apache.commons.commons-fileupload",
      "com.fasterxml.jackson.core.jackson-annotations",
      "tools.jackson.core.jackson-core",
      "tools.jackson.core.jackson-databind",
      "bcprov",
      "com.h2database",
      "org.marquetry.lib.mail",
      "org.marquetry.shop.api",
      "org.marquetry.platform.api",
      "org.marquetry.privacy.api",
      "org.marquetry.access.api",
      "org.marquetry.sql.api",
      "org.marquetry.channel.api",
      "org.marquetry.platform.gate",
      "org.apache.felix.http.jetty12",
      "org.marquetry.platform.time",
      "org.marquetry.platform.journal",
      "org.marquetry.sql.h2",
      "org.marquetry.platform.jobs",
      "org.marquetry.access.core",
    },
    api = Permits.class,
    properties = {
      "marquetry.home=target/home-of-{test}",
      "org.apache.felix.http.enable=false",
      "org.osgi.service.http.port=0"
    })
final class MailTest {
  private static final Path HOME = Path.of("target", "home-of-MailTest");
  private static final String CHANNEL = "(marquetry.provider=mail)";
  private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <https://[^/]+([^>]+)>");

  private final String person = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theLinkInAMailEndsMailsAlsoAfterASwap(Felix felix) throws IOException {
    try (Sink sink = new Sink()) {
      felix.configure("org.marquetry.channel.mail", configuration(sink));
      felix.configure(
          "org.marquetry.channel.preferences", Map.of("address", "https://news.shop.example"));
      Client door = Client.open(felix, HOME, "/api/v1/operations");
      Bundle[] old = {
        felix.start("org.marquetry.channel.preferences"), felix.start("org.marquetry.channel.mail")
      };
      Channel channel = felix.await(Channel.class, CHANNEL);
      assertSent(channel, "first");
      assertTrue(sink.mails.getFirst().contains("List-Unsubscribe-Post: List-Unsubscribe=One-Cl"));
      String link = link(sink.mails.getFirst());

      felix.startCopy("org.marquetry.channel.preferences", "0.1.1");
      felix.startCopy("org.marquetry.channel.mail", "0.1.1");
      felix.remove(old);
      assertSent(channel, "second");
      assertEquals(2, sink.mails.size());

      Felix.until("the page is served", () -> ask(door, link, "").statusCode() == 200);
      HttpResponse<String> page = ask(door, link, "");
      assertEquals("text/html;charset=utf-8", type(page));
      assertTrue(page.body().contains("<html lang=\"zh\">"), page.body());
      assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
      assertEquals(List.of(), told(felix), "looking changes nothing");
      assertEquals(200, ask(door, link, "List-Unsubscribe=One-Click").statusCode());
      assertEquals(List.of("unsubscribed"), told(felix));
      assertEquals(403, ask(door, link + "x", "List-Unsubscribe=One-Click").statusCode());

      Map<String, String> asMail = Map.of("Content-Type", "message/rfc822");
      Felix.until("reports are taken", () -> door.get("/api/v1/mail-reports").statusCode() == 405);
      HttpResponse<String> report =
          door.post("/api/v1/mail-reports", bounce(sink.mails.getFirst()), asMail);
      assertEquals("{\"result\":\"bounced\"}", report.body());
      assertEquals(List.of("bounced", "unsubscribed"), told(felix));
    }
  }

  @Test
  void noMailServerIsANormalState(Felix felix) throws IOException {
    Client.open(felix, HOME, "/api/v1/operations", "org.marquetry.channel.preferences");
    felix.start("org.marquetry.channel.mail");
    HealthCheck health = felix.await(HealthCheck.class, "(marquetry.provider=channel.mail)");
    Health now = Actor.SYSTEM.call(health::check);
    assertEquals(Health.Status.OK, now.status());
    assertTrue(now.message().contains("no mail leaves"), now.message());
    assertEquals(0, felix.count(Channel.class, CHANNEL));
    try (Sink sink = new Sink()) {
      felix.configure("org.marquetry.channel.mail", configuration(sink));
      SendOutcome later = send(felix.await(Channel.class, CHANNEL), "third");
      assertTrue(later.toString().contains("mail.no-public-address"), later.toString());
      assertEquals(List.of(), sink.mails, "nobody could unsubscribe yet");
    }
  }

  private static Map<String, Object> configuration(Sink sink) {
    return Map.of(
        "host", "127.0.0.1",
        "port", sink.port(),
        "security", "none",
        "from.address", "shop@shop.example");
  }

  private void assertSent(Channel channel, String step) {
    SendOutcome outcome = send(channel, step);
    assertInstanceOf(SendOutcome.Sent.class, outcome, outcome::toString);
  }

  private SendOutcome send(Channel channel, String step) {
    return Actor.SYSTEM.call(() ->
        channel.send(
            Permits.of("spring", step, person, Instant.parse("2026-03-01T09:00:00Z"), false),
            new Message(
                "anna@example.test",
                "zh-CN",
                "您好",
                "退订: " + Message.UNSUBSCRIBE,
                "<p>" + Message.UNSUBSCRIBE + "</p>")));
  }

  private static String link(String mail) {
    Matcher link = LINK.matcher(mail.replace("\r\n ", ""));
    assertTrue(link.find(), mail);
    return link.group(1);
  }

  private static String bounce(String mail) {
    return String.join(
        "\r\n",
        "Content-Type: multipart/report; boundary=x",
        "",
        "--x",
        "Content-Type: message/delivery-status",
        "",
        "Action: failed",
        "Status: 5.1.1",
        "",
        "--x",
        "Content-Type: message/rfc822",
        "",
        mail,
        "--x--",
        "");
  }

  private static String type(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /// As a stranger: without a key.
  private static HttpResponse<String> ask(Client door, String path, String post) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
            .header("Accept-Language", "zh-CN,zh;q=0.9")
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (!post.isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofString(post));
    }
    try {
      return door.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The types of what the journal holds about the person, sorted.
  private List<String> told(Felix felix) {
    Journal journal = felix.await(Journal.class);
    List<String> types = new ArrayList<>();
    Actor.SYSTEM.run(() -> {
      for (int partition = 0; partition < journal.partitions(); partition++) {
        journal.replay(partition, 0, 10_000).stream()
            .flatMap(e -> e.event().stream())
            .filter(e -> e.customer().filter(c -> c.value().equals(person)).isPresent())
            .map(Event::type)
            .forEach(types::add);
      }
    });
    return types.stream().sorted().toList();
  }
}
