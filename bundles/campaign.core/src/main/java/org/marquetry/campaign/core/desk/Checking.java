package org.marquetry.campaign.core.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CampaignFinding.Kind;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.Mails;
import org.marquetry.shop.api.Words;

/// Tells what would come of a launch, and what speaks against it.
final class Checking {
  private static final String QUIET = "policy.quiet-hours";

  private final Offers offers;
  private final MailDesigns designs;
  private final Mails mails;
  private final ContactPolicy policy;
  private final Audience audience;

  Checking(
      Offers offers, MailDesigns designs, Mails mails, ContactPolicy policy, Audience audience) {
    this.offers = offers;
    this.designs = designs;
    this.mails = mails;
    this.policy = policy;
    this.audience = audience;
  }

  CampaignCheck of(
      SavedCampaign saved, Optional<Offer> offer, Optional<MailDesign> mail, CampaignPlan plan) {
    List<Integer> hours = new ArrayList<>(java.util.Collections.nCopies(24, 0));
    plan.planned().stream()
        .flatMap(c -> c.sendAt().stream())
        .forEach(at -> {
          int hour = at.atZone(plan.brief().zone()).getHour();
          hours.set(hour, hours.get(hour) + 1);
        });
    long later =
        plan.planned().stream().filter(c -> c.reasons().getFirst().code().equals(QUIET)).count();
    List<CampaignFinding> findings = new ArrayList<>();
    Campaign campaign = saved.campaign();
    audience(campaign, plan, findings);
    mail(mail, offer, findings);
    offer(campaign, offer, plan, findings);
    channel(campaign, findings);
    expected(plan, findings);
    findings.sort(Comparator.comparing((CampaignFinding f) -> !f.stops()));
    return new CampaignCheck(
        saved.version(),
        plan.sum(),
        (int) later,
        hours,
        plan.forecast(),
        plan.detectable(),
        findings);
  }

  private void audience(Campaign campaign, CampaignPlan plan, List<CampaignFinding> findings) {
    if (!audience.isThere(campaign)) {
      findings.add(
          stops(
              Kind.AUDIENCE,
              "所选细分或要更正的活动已不存在；请重新选择",
              "The segment, or the campaign to put right, is gone; choose another"));
    } else if (plan.planned().isEmpty()) {
      findings.add(stops(Kind.NOBODY, "没有人会收到；请看下面的各项人数", "Nobody would get it; the sum says why"));
    }
  }

  private void mail(
      Optional<MailDesign> mail, Optional<Offer> offer, List<CampaignFinding> findings) {
    if (mail.isEmpty()) {
      findings.add(
          stops(
              Kind.MAIL,
              "没有选择邮件，或所选邮件已不存在",
              "There is no mail, or the one that was chosen is gone"));
      return;
    }
    List<Fact> facts = new ArrayList<>(mails.facts(mail.get()));
    offer.ifPresent(o -> facts.addAll(offers.facts(o)));
    for (MailFinding finding : designs.check(mail.get(), facts)) {
      findings.add(new CampaignFinding(Kind.MAIL, finding.stops(), where(finding)));
    }
    boolean coded = offer.map(o -> !(o.coupon() instanceof Coupon.None)).orElse(false);
    if (coded && !mail.get().tellsCode()) {
      findings.add(
          stops(
              Kind.MAIL,
              "邮件没有写优惠码；请加入优惠码块",
              "The mail does not tell the offer's code; add a coupon block"));
    }
  }

  /// With the block that it is about.
  private static Words where(MailFinding finding) {
    return finding.block() == 0
        ? finding.words()
        : new Words(
            "邮件第 " + finding.block() + " 块：" + finding.words().zh(),
            "block " + finding.block() + " of the mail: " + finding.words().en());
  }

  private void offer(
      Campaign campaign, Optional<Offer> offer, CampaignPlan plan, List<CampaignFinding> findings) {
    if (campaign.offer().isPresent() && offer.isEmpty()) {
      findings.add(stops(Kind.OFFER, "所选优惠已不存在；请重新选择", "The offer is gone; choose another"));
    }
    offer.ifPresent(o -> {
      String id = campaign.offer().orElseThrow();
      offers
          .check(o, Optional.of(id), Math.min(campaign.margin(), 0.99))
          .forEach(f -> findings.add(new CampaignFinding(Kind.OFFER, f.stops(), f.words())));
      if (o.coupon() instanceof Coupon.Each) {
        long free = offers.codes(id).free();
        int people = plan.sum().of(Disposition.PLANNED);
        if (free < people) {
          findings.add(
              stops(
                  Kind.CODES,
                  "有 " + people + " 人会收到，但只剩 " + free + " 个优惠码；请添加优惠码",
                  people + " people would get it, but " + free + " codes are left; add codes"));
        }
      }
    });
  }

  private void channel(Campaign campaign, List<CampaignFinding> findings) {
    switch (policy.way(campaign.channel())) {
      case LEAVES -> {}
      case KEPT ->
          findings.add(
              asks(
                  Kind.CHANNEL,
                  "消息只会写入本机的发件箱，不会发给任何人：没有配置邮件服务器，或这是示例店铺",
                  "Messages are written into this machine's outbox and go to nobody: there is no mail"
                      + " server, or this is a made-up shop"));
      case NONE ->
          findings.add(
              stops(
                  Kind.CHANNEL,
                  "没有名为 " + campaign.channel() + " 的渠道；请启动提供它的组件包",
                  "There is no channel " + campaign.channel() + "; start a bundle that brings it"));
    }
  }

  private static void expected(CampaignPlan plan, List<CampaignFinding> findings) {
    if (plan.planned().isEmpty()) {
      return;
    }
    if (plan.forecast().profit().estimate() < 0) {
      findings.add(asks(Kind.LOSS, "预计会亏损", "It is expected to lose money"));
    }
    double expected = plan.forecast().ordersEach();
    plan.detectable()
        .ifPresent(d -> {
          OptionalDouble smallest = d.smallest();
          if (smallest.isEmpty() || smallest.getAsDouble() > expected) {
            String finds =
                smallest.isEmpty()
                    ? "–"
                    : String.format(Locale.ROOT, "%.1f", 100 * smallest.getAsDouble());
            String hoped = String.format(Locale.ROOT, "%.1f", 100 * expected);
            findings.add(
                asks(
                    Kind.TEST,
                    "对照组太小：下单率至少提高 "
                        + finds
                        + " 个百分点才能测出，而预计只有 "
                        + hoped
                        + "；可以扩大对照组、延长时间，或不求证明地发送",
                    "The test is too small: it finds a rise of the ordering rate of "
                        + finds
                        + " points or more, and "
                        + hoped
                        + " are expected; hold out more, measure longer, or send without proof"));
          }
        });
  }

  private static CampaignFinding stops(Kind kind, String zh, String en) {
    return new CampaignFinding(kind, true, new Words(zh, en));
  }

  private static CampaignFinding asks(Kind kind, String zh, String en) {
    return new CampaignFinding(kind, false, new Words(zh, en));
  }
}
