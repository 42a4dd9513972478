package org.marquetry.campaign.core.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.core.response.Baselines;
import org.marquetry.shop.api.Words;

/// What a forecast rests on, in words.
final class Grounds {
  /// Fewer results are weak evidence.
  private static final int FEW = 4;

  private Grounds() {}

  static List<Words> of(Economics economics, Baselines baselines, ProposalChoice choice) {
    List<Words> grounds = new ArrayList<>();
    grounds.add(answers(economics));
    int days = choice.question().days();
    grounds.add(
        new Words(
            "情况相同的人在过去 %d 个 %d 天里的下单情况".formatted(baselines.spans(), days),
            "What people who stood like these ordered in the last %d times %d days"
                .formatted(baselines.spans(), days)));
    grounds.add(seen(economics.seen()));
    if (choice.discount() > 0) {
      grounds.add(
          new Words(
              "降价的作用取自已发表研究的平均值，未在本店测量",
              "What a lower price does: a mean of published studies, not measured in this shop"));
    }
    String margin = percent(choice.question().margin());
    grounds.add(
        new Words("毛利率 " + margin + "，由您给定", "A margin of " + margin + ", as you state it"));
    return grounds;
  }

  private static Words answers(Economics economics) {
    int campaigns = economics.campaigns();
    if (campaigns > 0) {
      return new Words(
          "您 " + campaigns + " 个已结束、有对照组的活动结果" + (campaigns < FEW ? "；证据较弱" : ""),
          (campaigns == 1
                  ? "1 result of a campaign of yours with a hold-out"
                  : campaigns + " results of campaigns of yours with a hold-out")
              + (campaigns < FEW ? "; weak evidence" : ""));
    }
    return economics.attention().origin() == Origin.MEASURED
        ? new Words(
            "有多少人点击消息后下单：还没有已结束且有对照组的活动，证据较弱",
            "How many clicked a message and ordered: no campaign of yours with a hold-out has ended yet;"
                + " weak evidence")
        : new Words(
            "还没有已结束且有对照组的活动：响应按常见水平估计，证据很弱",
            "No campaign of yours with a hold-out has ended yet: the response is a usual one; weak"
                + " evidence");
  }

  private static Words seen(Assumption seen) {
    String share = percent(seen.value().estimate());
    return seen.origin() == Origin.MEASURED
        ? new Words("消息的打开率 " + share + "，已测量", share + " open a message, as measured")
        : new Words(
            "注意到消息的人占 " + share + "，常见水平", share + " take notice of a message, a usual share");
  }

  private static String percent(double share) {
    double percent = Math.round(share * 1_000) / 10.0;
    return (percent == Math.rint(percent)
            ? Long.toString((long) percent)
            : String.format(Locale.ROOT, "%.1f", percent))
        + " %";
  }
}
