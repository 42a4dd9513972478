package org.marquetry.copy.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.marquetry.channel.api.Message;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailProduct;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.MailText;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// Mails of blocks as a campaign writes them: picture, four products for all, four of the reader's
/// own with a line of reason, a code of one's own.
public final class BlockLetters {
  private static final int PRODUCTS = 100;
  private static final int OWN = 4;

  private final Press press = new Press();
  private final MailDesign design = design();
  private final Shelf shelf = shelf();

  private static MailText zh(String text) {
    return MailText.of("zh", text);
  }

  private static ProductId product(long n) {
    return new ProductId("p" + n % PRODUCTS);
  }

  private static MailDesign design() {
    return new MailDesign(
        "Spring",
        List.of("zh"),
        List.of(new MailOpening(zh("{{customer.name|您}}，好久不见"), zh("为您挑选的红色连衣裙"))),
        List.of(
            new MailBlock.Heading(zh("你好，{{customer.name|朋友}}")),
            new MailBlock.Text(zh("春天到了，新款连衣裙也到了。\n下面是为您挑选的几件。")),
            new MailBlock.Picture("https://shop.example/spring.jpg", zh("春天的连衣裙"), ""),
            new MailBlock.Products(
                IntStream.range(0, OWN).mapToObj(BlockLetters::product).toList(), 2),
            new MailBlock.Recommendations(OWN, 2),
            new MailBlock.Coupon(zh("您的专属优惠码")),
            new MailBlock.Button(zh("去看看"), "https://shop.example/spring?from=mail"),
            new MailBlock.Footer(zh("您收到这封邮件，是因为您订阅了{{shop.name|本店}}的消息。"), zh("退订"))));
  }

  private static Shelf shelf() {
    Map<ProductId, Shelf.Shelved> products = new HashMap<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.put(
          product(i),
          new Shelf.Shelved(
              product(i),
              "红色连衣裙 " + i,
              Optional.of("小店"),
              Optional.of("连衣裙"),
              Optional.of(new Money(12_900 + i, "CNY")),
              Optional.of("https://shop.example/p/" + i),
              Optional.of("https://shop.example/p/" + i + ".jpg")));
    }
    return new Shelf(products);
  }

  private static MailReader reader(long n) {
    List<MailProduct> own =
        LongStream.range(n, n + OWN)
            .mapToObj(i -> new MailProduct(product(i * 7), "因为您看过“红色连衣裙 " + i % PRODUCTS + "”"))
            .toList();
    return new MailReader(
        new CustomerId("customer-" + n),
        "zh-CN",
        List.of(
            Fact.text(FactNames.CUSTOMER_NAME, "顾客" + n, "v1.customers"),
            Fact.text(FactNames.OFFER_CODE, "SPRING-" + n, "offer")),
        own);
  }

  /// Letters to so many people, each another one, in one call as a launch does it.
  public List<Message> letters(long from, int count) {
    List<MailReader> readers =
        LongStream.range(from, from + count).mapToObj(BlockLetters::reader).toList();
    List<Fact> shop = List.of(Fact.text(FactNames.SHOP_NAME, "小店", "settings"));
    Stream<Message> letters =
        press.write(design, 0, shop, readers, shelf).stream()
            .map(mail -> mail.to("customer@example.test"));
    return letters.toList();
  }
}
