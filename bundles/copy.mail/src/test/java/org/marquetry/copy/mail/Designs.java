package org.marquetry.copy.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// A whole design, and what it is written with.
final class Designs {
  private Designs() {}

  static MailText both(String zh, String en) {
    return new MailText(Map.of("zh", zh, "en", en));
  }

  static MailDesign design(MailBlock... blocks) {
    return new MailDesign(
        "Spring",
        List.of("zh", "en"),
        List.of(
            new MailOpening(
                both("{{customer.name|您}}，春天到了", "Spring is here, {{customer.name|dear friend}}"),
                both("看看新茶", "Look at the tea"))),
        List.of(blocks));
  }

  static MailDesign whole() {
    return design(
        new MailBlock.Heading(both("你好，{{customer.name|朋友}}", "Hello {{customer.name|friend}}")),
        new MailBlock.Text(both("一行\n又一行", "A line\nAnother line")),
        new MailBlock.Picture(
            "https://shop.example/spring.jpg",
            both("春天", "A spring day"),
            "https://shop.example/spring"),
        new MailBlock.Products(
            List.of(new ProductId("p1"), new ProductId("p2"), new ProductId("p3")), 2),
        new MailBlock.Recommendations(4, 2),
        new MailBlock.Coupon(both("您的优惠码", "Your code")),
        new MailBlock.Button(both("去看看", "Have a look"), "https://shop.example/?a=1&b=2"),
        new MailBlock.Footer(
            both("{{shop.name|本店}}给您写信。", "{{shop.name|The shop}} wrote this."),
            both("退订", "Unsubscribe")));
  }

  static List<Fact> shop() {
    return List.of(Fact.text(FactNames.SHOP_NAME, "Tea & Co", "settings"));
  }

  static Shelf.Shelved product(String id, String title, Optional<String> link) {
    return new Shelf.Shelved(
        new ProductId(id),
        title,
        Optional.empty(),
        Optional.of("tea"),
        Optional.of(new Money(1_250, "EUR")),
        link,
        link.map(l -> l + ".jpg"));
  }

  static Shelf shelf() {
    return new Shelf(
        Map.of(
            new ProductId("p1"),
                product("p1", "Green <tea>", Optional.of("https://shop.example/p1")),
            new ProductId("p2"), product("p2", "Black tea", Optional.empty()),
            new ProductId("p9"),
                product("p9", "White tea", Optional.of("https://shop.example/p9"))));
  }

  static MailReader reader(String language, List<String> suited, Fact... facts) {
    List<MailProduct> products = new ArrayList<>();
    suited.forEach(p -> products.add(new MailProduct(new ProductId(p), "since you like \"tea\"")));
    return new MailReader(new CustomerId("c1"), language, List.of(facts), products);
  }
}
