package org.marquetry.campaign.core.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.shop.api.ProductId;

/// Writes the mail of a proposal in both languages, of facts only: what the offer is, and what the
/// first of the products shown is. Two subjects, which the campaign compares.
final class Letterhead {
  private static final int SUBJECTS = 2;
  private static final MailBlock FOOTER =
      new MailBlock.Footer(
          both(
              "您收到这封邮件，是因为您同意接收{{shop.name|本店}}的消息。",
              "You get this because you agreed to hear from {{shop.name|our shop}}."),
          both("退订", "Unsubscribe"));

  private final CopyWriter writer;
  private final Mails mails;
  private final Offers offers;

  Letterhead(CopyWriter writer, Mails mails, Offers offers) {
    this.writer = writer;
    this.mails = mails;
    this.offers = offers;
  }

  private static MailText both(String zh, String en) {
    return new MailText(Map.of("zh", zh, "en", en));
  }

  /// @param first language of those who have none of both
  MailDesign write(
      String name, Goal goal, CopyLanguage first, Optional<Offer> offer, List<ProductId> products) {
    List<String> languages = first == CopyLanguage.ZH ? List.of("zh", "en") : List.of("en", "zh");
    List<MailBlock> shelf =
        products.isEmpty()
            ? List.of()
            : List.of(new MailBlock.Products(products, Math.min(2, products.size())));
    MailDesign bare =
        new MailDesign(
            name, languages, List.of(new MailOpening(MailText.NONE, MailText.NONE)), shelf);
    List<Fact> facts = new ArrayList<>(mails.facts(bare));
    offer.ifPresent(o -> facts.addAll(offers.facts(o)));
    List<MailBlock> blocks = new ArrayList<>();
    blocks.add(new MailBlock.Text(texts(goal, Channel.MAIL_BODY, facts, 1).getFirst()));
    blocks.addAll(shelf);
    blocks.add(FOOTER);
    List<MailOpening> openings =
        texts(goal, Channel.MAIL_SUBJECT, facts, SUBJECTS).stream()
            .map(subject -> new MailOpening(subject, MailText.NONE))
            .toList();
    return new MailDesign(name, languages, openings, blocks);
  }

  /// As many as both languages have, at least one, which says nothing where the facts carry
  /// nothing: the check names what is missing then.
  private List<MailText> texts(Goal goal, Channel channel, List<Fact> facts, int most) {
    Map<String, List<Piece>> written = new HashMap<>();
    for (CopyLanguage language : CopyLanguage.values()) {
      written.put(
          language.tag(),
          writer.write(
              Brief.builder(purpose(goal), channel, language).facts(facts).limit(most).build()));
    }
    int each = written.values().stream().mapToInt(List::size).min().orElse(0);
    List<MailText> texts = new ArrayList<>();
    for (int i = 0; i < Math.max(1, each); i++) {
      Map<String, String> versions = new HashMap<>();
      for (Map.Entry<String, List<Piece>> language : written.entrySet()) {
        if (i < language.getValue().size()) {
          versions.put(language.getKey(), language.getValue().get(i).text());
        }
      }
      texts.add(new MailText(versions));
    }
    return texts;
  }

  private static Purpose purpose(Goal goal) {
    return switch (goal) {
      case WIN_BACK -> Purpose.WIN_BACK;
      case SECOND_ORDER -> Purpose.SECOND_ORDER;
      case CROSS_SELL, CLEAR_STOCK -> Purpose.CROSS_SELL;
    };
  }
}
