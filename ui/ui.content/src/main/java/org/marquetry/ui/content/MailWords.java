package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactValue;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;

/// Designs in words.
final class MailWords {
  private static final int EXCERPT = 70; // characters

  private final Component page;

  MailWords(Component page) {
    this.page = page;
  }

  String kind(MailBlock block) {
    return page.getTranslation("content.block." + key(block));
  }

  static String key(MailBlock block) {
    return switch (block) {
      case MailBlock.Heading _ -> "heading";
      case MailBlock.Text _ -> "text";
      case MailBlock.Picture _ -> "picture";
      case MailBlock.Products _ -> "products";
      case MailBlock.Recommendations _ -> "recommendations";
      case MailBlock.Button _ -> "button";
      case MailBlock.Coupon _ -> "coupon";
      case MailBlock.Footer _ -> "footer";
    };
  }

  /// What is in a block, on one line.
  String content(MailBlock block, MailDesign design) {
    String first = design.languages().getFirst();
    return switch (block) {
      case MailBlock.Products(List<ProductId> products, int columns) ->
          page.getTranslation("content.block.products.words", products.size(), columns);
      case MailBlock.Recommendations(int most, int columns) ->
          page.getTranslation("content.block.recommendations.words", most, columns);
      case MailBlock.Heading _,
          MailBlock.Text _,
          MailBlock.Picture _,
          MailBlock.Button _,
          MailBlock.Coupon _,
          MailBlock.Footer _ ->
          excerpt(block.texts().getFirst().in(first, first));
    };
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 10)) + "…";
  }

  /// Where a finding is.
  String place(MailFinding finding) {
    String place =
        finding.block() == 0
            ? page.getTranslation("content.place.mail")
            : page.getTranslation("content.place.block", finding.block());
    String line =
        finding.line() == 0 ? "" : page.getTranslation("content.place.line", finding.line());
    String language = finding.language().isEmpty() ? "" : " (" + finding.language() + ")";
    return place + line + language;
  }

  /// What a version changed, in short.
  String difference(MailDesign before, MailDesign after) {
    if (before.blocks().size() < after.blocks().size()) {
      return page.getTranslation("content.difference.added");
    }
    if (before.blocks().size() > after.blocks().size()) {
      return page.getTranslation("content.difference.removed");
    }
    if (counted(before).equals(counted(after)) && !before.blocks().equals(after.blocks())) {
      return page.getTranslation("content.difference.moved");
    }
    Optional<MailBlock> changed =
        IntStream.range(0, after.blocks().size())
            .filter(i -> !after.blocks().get(i).equals(before.blocks().get(i)))
            .mapToObj(after.blocks()::get)
            .findFirst();
    return changed
        .map(b -> page.getTranslation("content.difference.changed", kind(b)))
        .orElseGet(() -> page.getTranslation("content.difference.settings"));
  }

  private static Map<MailBlock, Long> counted(MailDesign design) {
    return design.blocks().stream().collect(Collectors.groupingBy(b -> b, Collectors.counting()));
  }

  /// A fact as it stands beside a claim.
  String fact(Fact fact, Formats formats) {
    String value =
        switch (fact.value()) {
          case FactValue.Text(String text) -> text;
          case FactValue.Amount(var money) -> formats.money(money);
          case FactValue.Count(long count) -> formats.number(count);
          case FactValue.Percent(double percent) -> formats.percent(percent / 100);
          case FactValue.Decimal(double number) -> formats.number(number);
          case FactValue.Day(var day) -> formats.date(day);
        };
    return value + " (" + fact.source() + ")";
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
