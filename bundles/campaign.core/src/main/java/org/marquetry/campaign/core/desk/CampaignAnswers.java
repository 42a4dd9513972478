package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CampaignPerson;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.TestSend;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;

/// Campaigns as the door takes and gives them.
public final class CampaignAnswers {
  private CampaignAnswers() {}

  /// A choice as a word of the door.
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// @param what it is a choice of
  public static <E extends Enum<E>> E of(Class<E> type, String what, String word) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          what
              + " must be one of "
              + java.util.Arrays.stream(type.getEnumConstants()).map(CampaignAnswers::word).toList()
              + ", got "
              + word,
          e);
    }
  }

  /// @param goal `win_back`, `second_order`, `cross_sell` or `clear_stock`
  /// @param segment id of a saved segment; absent: everybody
  /// @param corrects id of the campaign whose message it puts right
  /// @param offer id of an offer
  /// @param mail id of a mail design; its subjects are the variants
  /// @param purpose `marketing` (also when absent) or `service`
  /// @param version of a change: the one that it began with
  record Wanted(
      String name,
      String goal,
      Optional<String> segment,
      Optional<String> corrects,
      Optional<String> offer,
      Optional<String> mail,
      Optional<String> channel,
      Optional<String> purpose,
      OptionalInt priority,
      Optional<Instant> start,
      OptionalInt days,
      OptionalDouble holdoutShare,
      OptionalInt mostPeople,
      Optional<Boolean> onlyProfitable,
      OptionalDouble margin,
      Optional<Money> contactCost,
      OptionalInt version) {
    Campaign toCampaign() {
      Campaign.Builder campaign =
          Campaign.builder(name, CampaignAnswers.of(Goal.class, "goal", goal))
              .segment(segment.orElse(null))
              .corrects(corrects.map(CampaignId::new).orElse(null))
              .offer(offer.orElse(null))
              .mail(mail.orElse(null))
              .start(start.orElse(null))
              .mostPeople(mostPeople)
              .contactCost(contactCost.orElse(null));
      channel.ifPresent(campaign::channel);
      purpose
          .map(p -> CampaignAnswers.of(Purpose.class, "purpose", p))
          .ifPresent(campaign::purpose);
      priority.ifPresent(campaign::priority);
      days.ifPresent(campaign::days);
      holdoutShare.ifPresent(campaign::holdoutShare);
      onlyProfitable.ifPresent(campaign::onlyProfitable);
      margin.ifPresent(campaign::margin);
      return campaign.build();
    }
  }

  /// @param state `draft`, `asked`, `approved`, `choosing`, `sending`, `stopped` or `sent`
  /// @param act what made the version
  record Saved(
      String id,
      int version,
      String state,
      String name,
      String goal,
      Optional<String> segment,
      Optional<String> corrects,
      Optional<String> offer,
      Optional<String> mail,
      String channel,
      String purpose,
      int priority,
      Optional<Instant> start,
      int days,
      double holdoutShare,
      OptionalInt mostPeople,
      boolean onlyProfitable,
      double margin,
      Optional<Money> contactCost,
      String act,
      Instant at,
      String by) {
    static Saved of(SavedCampaign saved, CampaignState state) {
      Campaign c = saved.campaign();
      return new Saved(
          saved.id(),
          saved.version(),
          word(state),
          c.name(),
          word(c.goal()),
          c.segment(),
          c.corrects().map(CampaignId::value),
          c.offer(),
          c.mail(),
          c.channel(),
          word(c.purpose()),
          c.priority(),
          c.start(),
          c.days(),
          c.holdoutShare(),
          c.mostPeople(),
          c.onlyProfitable(),
          c.margin(),
          c.contactCost(),
          word(saved.act()),
          saved.at(),
          saved.by());
    }
  }

  record SavedList(List<Saved> campaigns) {}

  /// @param version of the campaign's history
  record Back(int version) {}

  /// @param version that is meant: the newest
  record Asked(int version, Optional<String> comment) {}

  record Said(int version, boolean approved, Optional<String> comment) {}

  /// @param said `asked`, `approved` or `refused`
  record ApprovalEntry(
      int version,
      int mailVersion,
      int offerVersion,
      String said,
      String comment,
      Instant at,
      String by) {
    static ApprovalEntry of(Approval approval) {
      return new ApprovalEntry(
          approval.version(),
          approval.mail(),
          approval.offer(),
          word(approval.act()),
          approval.comment(),
          approval.at(),
          approval.by());
    }
  }

  /// @param addresses of the seed list; none: all of it
  record Testing(List<String> addresses) {}

  /// @param outcome `sent`, `later`, `failed` or `unknown`
  /// @param code why not; empty where it was sent
  record TestEntry(String address, String variant, String outcome, String code) {
    static TestEntry of(TestSend test) {
      return switch (test.outcome()) {
        case SendOutcome.Sent _, SendOutcome.AlreadySent _ -> entry(test, "sent", "");
        case SendOutcome.Later(String code, var _, var _) -> entry(test, "later", code);
        case SendOutcome.Failed(String code, var _) -> entry(test, "failed", code);
        case SendOutcome.Unknown(var _, String code, var _) -> entry(test, "unknown", code);
      };
    }

    private static TestEntry entry(TestSend test, String outcome, String code) {
      return new TestEntry(test.address(), test.variant(), outcome, code);
    }
  }

  record Tests(List<TestEntry> tests) {}

  record Seeds(List<String> addresses) {}

  record Approvals(List<ApprovalEntry> approvals) {}

  /// @param stops whether nothing may be launched like this
  record Finding(String kind, boolean stops, String zh, String en) {
    static Finding of(CampaignFinding f) {
      return new Finding(word(f.kind()), f.stops(), f.words().zh(), f.words().en());
    }
  }

  /// @param parts people by part of the sum: `planned`, `holdout`, ...; they add up to `segment`
  /// @param later of the planned, after their quiet hours
  /// @param hours how many of the planned get it at each hour of the day
  /// @param profit expected, in minor units of `currency`
  /// @param detectableRise the smallest rise of the share who order that the hold-out can show
  record Checked(
      int version,
      int segment,
      Map<String, Integer> parts,
      int later,
      List<Integer> hours,
      Interval profit,
      String currency,
      OptionalDouble detectableRise,
      List<Finding> findings,
      boolean launchable) {
    static Checked of(CampaignCheck check) {
      return new Checked(
          check.version(),
          check.sum().segment(),
          counted(check.sum().parts()),
          check.later(),
          check.hours(),
          check.forecast().profit(),
          check.forecast().currency(),
          check.detectable().map(d -> d.smallest()).orElse(OptionalDouble.empty()),
          check.findings().stream().map(Finding::of).toList(),
          check.isLaunchable());
    }
  }

  private static Map<String, Integer> counted(Map<Disposition, Integer> sum) {
    Map<String, Integer> parts = new TreeMap<>();
    sum.forEach((part, people) -> parts.put(word(part), people));
    return parts;
  }

  static Disposition part(String word) {
    return of(Disposition.class, "part", word);
  }

  record PersonEntry(
      String customer, Optional<String> variant, Optional<Instant> at, String reason) {
    static PersonEntry of(CampaignPerson person) {
      return new PersonEntry(
          person.customer().value(), person.variant(), person.at(), person.reason());
    }
  }

  record People(List<PersonEntry> people) {}

  /// @param version that is meant: the newest
  /// @param recipients how many get it by the check
  record Launching(int version, int recipients) {}

  /// @param onHold whether it is held back by itself
  record Progress(
      String state,
      int version,
      Instant at,
      String by,
      Map<String, Integer> parts,
      int waiting,
      int sent,
      int unknown,
      Map<String, Integer> held,
      int stopped,
      Optional<Instant> next,
      Optional<Instant> ended,
      boolean onHold) {
    static Progress of(CampaignProgress p, boolean onHold) {
      return new Progress(
          word(p.state()),
          p.version(),
          p.at(),
          p.by(),
          p.sum().map(s -> counted(s.parts())).orElse(Map.of()),
          p.waiting(),
          p.sent(),
          p.unknown(),
          p.held(),
          p.stopped(),
          p.next(),
          p.ended(),
          onHold);
    }
  }

  record Unknown(List<String> customers) {
    static Unknown of(List<CustomerId> people) {
      return new Unknown(people.stream().map(CustomerId::value).toList());
    }
  }

  /// @param again true: they did not get it and are sent it again; false: they got it
  record Settling(List<String> customers, boolean again) {}

  record Settled(int settled) {}

  record Hold(boolean on) {}
}
