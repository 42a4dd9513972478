package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.TestSend;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// Sends a campaign's mail to people of the shop, as a usual customer would get it.
record Trial(Desk desk, Offers offers, Mails mails, ContactPolicy policy) {
  private static final String CODE = "TEST-CODE"; // nobody's
  private static final Words MARK = new Words("【测试】", "[Test] ");

  List<TestSend> send(SavedCampaign saved, List<String> addresses) {
    Campaign campaign = saved.campaign();
    MailDesign design =
        desk.briefs()
            .design(campaign)
            .orElseThrow(() ->
                new Rejected(
                    new Words("没有选择邮件，或所选邮件已不存在", "there is no mail, or it is gone; choose one")));
    Optional<Offer> offer = desk.briefs().offer(campaign);
    List<Fact> facts = new ArrayList<>(mails.facts(design));
    offer.ifPresent(o -> facts.addAll(offers.facts(o)));
    MailReader usual = mails.unlike(design).getFirst().reader();
    MailReader reader = offer.flatMap(Trial::code).map(usual::with).orElse(usual);
    Variants variants = Variants.of(design);
    List<Message> messages = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String variant : variants.names()) {
      WrittenMail mail =
          mails.write(design, variants.opening(variant), facts, List.of(reader)).getFirst();
      for (String address : addresses) {
        messages.add(marked(mail).to(address));
        names.add(variant);
      }
    }
    Instant now = desk.clock().instant();
    List<SendOutcome> outcomes =
        policy.test(new CampaignId(saved.id()), campaign.channel(), now, messages);
    List<TestSend> sent = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      sent.add(new TestSend(messages.get(i).to(), names.get(i), outcomes.get(i)));
    }
    return sent;
  }

  private static WrittenMail marked(WrittenMail mail) {
    String mark = mail.language().startsWith("zh") ? MARK.zh() : MARK.en();
    return new WrittenMail(mail.language(), mark + mail.subject(), mail.text(), mail.html());
  }

  /// One that nobody can use, where each person gets an own one.
  private static Optional<Fact> code(Offer offer) {
    return switch (offer.coupon()) {
      case Coupon.None() -> Optional.empty();
      case Coupon.One(String code) -> Optional.of(Fact.text(FactNames.OFFER_CODE, code, "offer"));
      case Coupon.Each() -> Optional.of(Fact.text(FactNames.OFFER_CODE, CODE, "made up"));
    };
  }
}
