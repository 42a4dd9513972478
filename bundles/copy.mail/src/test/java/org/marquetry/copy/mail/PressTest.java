package org.marquetry.copy.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.digitalfondue.jfiveparse.Element;
import ch.digitalfondue.jfiveparse.JFiveParse;
import ch.digitalfondue.jfiveparse.Selector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.Sender;

/// What a reader gets.
class PressTest {
  private static final Fact HOSTILE =
      Fact.text(
          FactNames.CUSTOMER_NAME,
          "<img src=x onerror=alert(1)>{{unsubscribe}}\n@@0@@",
          "v1.customers");
  private final Press press = new Press();

  private WrittenMail write(MailReader reader) {
    return press
        .write(Designs.whole(), 0, Designs.shop(), List.of(reader), Designs.shelf())
        .getFirst();
  }

  private static List<String> all(WrittenMail mail, String tag, String attribute) {
    return JFiveParse.parse(mail.html())
        .getAllNodesMatching(Selector.select().element(tag).toMatcher())
        .stream()
        .map(n -> ((Element) n).getAttribute(attribute))
        .toList();
  }

  @Test
  void everyBlockIsThereInBothForms() {
    WrittenMail mail =
        write(
            Designs.reader(
                "en-GB",
                List.of("p9", "gone"),
                Fact.text(FactNames.CUSTOMER_NAME, "Ann", "x"),
                Fact.text(FactNames.OFFER_CODE, "TEA-1", "x")));
    assertEquals("en", mail.language());
    assertEquals("Spring is here, Ann", mail.subject());
    assertEquals(
        """
        Hello Ann

        A line
        Another line

        [A spring day]
        https://shop.example/spring

        * Green <tea> · €12.50
          https://shop.example/p1

        * Black tea · €12.50

        * White tea · €12.50
          since you like "tea"
          https://shop.example/p9

        Your code
        TEA-1

        Have a look: https://shop.example/?a=1&b=2

        --\s
        Tea & Co wrote this.
        Unsubscribe: {{unsubscribe}}
        """,
        mail.text());
    assertEquals(
        List.of(
            "https://shop.example/spring",
            "https://shop.example/p1",
            "https://shop.example/p1",
            "https://shop.example/p9",
            "https://shop.example/p9",
            "https://shop.example/?a=1&b=2",
            Message.UNSUBSCRIBE),
        all(mail, "a", "href"));
    assertEquals(
        List.of(
            "https://shop.example/spring.jpg",
            "https://shop.example/p1.jpg",
            "https://shop.example/p9.jpg"),
        all(mail, "img", "src"));
    assertTrue(mail.html().contains("A line<br>Another line"));
    assertTrue(mail.html().contains("TEA-1"));
    assertTrue(mail.html().contains("Look at the tea"));
    assertFalse(mail.html().contains("@@"));
  }

  @Test
  void nothingIsLoadedFromElsewhereButPictures() {
    WrittenMail mail = write(Designs.reader("zh-CN", List.of("p9")));
    assertEquals(List.of(), all(mail, "link", "href"));
    assertEquals(List.of(), all(mail, "script", "src"));
    assertFalse(mail.html().contains("@import"));
    assertTrue(all(mail, "html", "lang").contains("zh"));
  }

  @Test
  void whoIsUnknownGetsWhatStandsInForIt() {
    WrittenMail mail = write(Designs.reader("fr", List.of()));
    assertEquals("zh", mail.language()); // the first one
    assertEquals("您，春天到了", mail.subject());
    assertTrue(mail.text().startsWith("你好，朋友\n"));
    assertFalse(mail.text().contains("优惠码"));
    assertFalse(mail.html().contains("优惠码"));
    assertFalse(mail.html().contains("White tea"));
    assertFalse(mail.html().contains("{{customer"));
  }

  @Test
  void textOfCustomersIsTextAndNothingElse() {
    WrittenMail mail = write(Designs.reader("en", List.of(), HOSTILE));
    assertFalse(mail.html().contains("<img src=x"));
    assertTrue(mail.html().contains("&lt;img src=x onerror=alert(1)&gt;"));
    assertEquals(
        mail.html().indexOf(Message.UNSUBSCRIBE), mail.html().lastIndexOf(Message.UNSUBSCRIBE));
    assertEquals(1, mail.subject().lines().count());
    assertTrue(mail.html().contains("Green &lt;tea&gt;"));
    assertTrue(mail.html().contains("@@0@@")); // the customer's, no mark of ours
  }

  @Test
  void addressesThatAreNoneAreLeftOut() {
    var design =
        Designs.design(
            new MailBlock.Button(Designs.both("看", "Look"), "javascript:alert(1)"),
            new MailBlock.Picture("http://10.0.0.1/x.jpg", Designs.both("图", "picture"), ""),
            new MailBlock.Footer(Designs.both("店", "Shop"), Designs.both("退订", "End")));
    WrittenMail mail =
        press
            .write(design, 0, List.of(), List.of(Designs.reader("en", List.of())), Designs.shelf())
            .getFirst();
    assertFalse(mail.html().contains("javascript"));
    assertFalse(mail.html().contains("10.0.0.1"));
    assertEquals("Look\n\n[picture]\n\n-- \nShop\nEnd: {{unsubscribe}}\n", mail.text());
  }

  @Test
  void aMailGoesIntoMime() throws Exception {
    WrittenMail mail = write(Designs.reader("zh", List.of("p9"), HOSTILE));
    byte[] bytes =
        new MailWriter(new Sender("Tea", "tea@shop.example"))
            .write(
                Permits.of("spring", "first", "c1", Instant.parse("2026-03-01T09:00:00Z"), false),
                mail.to("c1@example.org"),
                URI.create("https://news.example/u?t=1"));
    String raw = new String(bytes, StandardCharsets.US_ASCII);
    assertTrue(raw.contains("List-Unsubscribe: <https://news.example/u?t=1>"));
    assertTrue(raw.contains("multipart/alternative"));
    var endless = Designs.design(new MailBlock.Text(Designs.both("一", "One")));
    WrittenMail bare =
        press
            .write(endless, 0, List.of(), List.of(Designs.reader("en", List.of())), Designs.shelf())
            .getFirst();
    assertThrows(IllegalArgumentException.class, () -> bare.to("c1@example.org"));
  }
}
