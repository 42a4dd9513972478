package org.marquetry.profile.core.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentMatch;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentWarning;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// What the operations on segments take and answer.
final class SegmentAnswers {
  private SegmentAnswers() {}

  /// @param zh simplified Chinese
  /// @param en English
  record Text(String zh, String en) {
    static Text of(Words words) {
      return new Text(words.zh(), words.en());
    }
  }

  /// What is sent to save a segment.
  ///
  /// @param version that the change began with; left out for a new segment
  /// @param owner left out: as it is
  record Wanted(String name, OptionalInt version, Optional<String> owner, RuleText rule) {}

  /// @param version of the history
  record Back(int version) {}

  /// What is sent to count.
  record Asked(RuleText rule) {}

  record Saved(
      String id,
      int version,
      String name,
      String owner,
      String act,
      Instant at,
      String by,
      Text sentence,
      RuleText rule) {
    static Saved of(SavedSegment segment, Words sentence) {
      return new Saved(
          segment.id(),
          segment.version(),
          segment.name(),
          segment.owner(),
          segment.act().name().toLowerCase(Locale.ROOT),
          segment.at(),
          segment.by(),
          Text.of(sentence),
          RuleText.of(segment.rule()));
    }
  }

  record SavedList(List<Saved> segments) {}

  record Reach(String channel, int count) {}

  record NodeCount(int count, boolean exact) {}

  record Warning(String kind, Text text, boolean refused) {
    static Warning of(SegmentWarning warning) {
      return new Warning(
          warning.kind().name().toLowerCase(Locale.ROOT),
          Text.of(warning.text()),
          warning.refused());
    }
  }

  /// @param nodes in the order of the rule, a group before its parts
  /// @param revenueMinor net revenue of the members in minor units
  /// @param revenueShare of all net revenue, 0..1
  /// @param begun members when the shop's day began; left out when that is not known
  record Counted(
      int customers,
      int count,
      boolean exact,
      List<NodeCount> nodes,
      Optional<Long> revenueMinor,
      Optional<String> currency,
      OptionalDouble revenueShare,
      List<Reach> reach,
      Optional<Integer> begun,
      Text sentence,
      List<Warning> warnings) {
    static Counted of(SegmentCount count, Words sentence, List<SegmentWarning> warnings) {
      return new Counted(
          count.customers(),
          count.count(),
          count.exact(),
          count.nodes().stream().map(n -> new NodeCount(n.count(), n.exact())).toList(),
          count.revenue().map(Money::minor),
          count.revenue().map(Money::currency),
          Double.isNaN(count.revenueShare())
              ? OptionalDouble.empty()
              : OptionalDouble.of(count.revenueShare()),
          count.reach().stream().map(r -> new Reach(r.channel(), r.count())).toList(),
          count.begun().isPresent() ? Optional.of(count.begun().getAsInt()) : Optional.empty(),
          Text.of(sentence),
          warnings.stream().map(Warning::of).toList());
    }
  }

  /// @param verdict `true`, `false` or `unknown`
  /// @param good whether this helps to be a member
  /// @param event id of the latest event that the value rests on
  record Row(Text sentence, Text value, String verdict, boolean good, Optional<String> event) {}

  record Match(String customer, boolean member, List<Row> rows) {
    static Match of(SegmentMatch match) {
      return new Match(
          match.customer().value(),
          match.member(),
          match.rows().stream()
              .map(row ->
                  new Row(
                      Text.of(row.sentence()),
                      Text.of(row.value()),
                      row.verdict().name().toLowerCase(Locale.ROOT),
                      row.good(),
                      row.evidence().map(e -> e.eventId())))
              .toList());
    }
  }

  /// @param texts `name`, `city` and the like, where the shop knows them
  record Member(String customer, Map<String, String> texts) {
    static Member of(Profile profile) {
      Map<String, String> texts = new TreeMap<>();
      for (Trait trait : List.of(Traits.NAME, Traits.LANGUAGE, Traits.CITY, Traits.COUNTRY)) {
        profile.text(trait).ifPresent(value -> texts.put(trait.id(), value));
      }
      return new Member(profile.customer().value(), texts);
    }
  }

  /// @param after what to send for the next page; empty at the end
  record Members(List<Member> members, Optional<String> after) {}

  /// @param kind `number`, `text` or `date`
  /// @param unit of numbers; `money` stands for minor units
  record TraitAnswer(String id, String kind, String unit, Text label, Text group) {
    static TraitAnswer of(SegmentTrait trait) {
      return new TraitAnswer(
          trait.trait().id(),
          trait.trait().kind().name().toLowerCase(Locale.ROOT),
          trait.trait().unit().name().toLowerCase(Locale.ROOT),
          Text.of(trait.trait().label()),
          Text.of(trait.group()));
    }
  }

  record TraitList(List<TraitAnswer> traits, List<String> deeds) {}

  record Template(String id, Text name, Text purpose, RuleText rule) {}

  record TemplateList(List<Template> templates) {}

  record Size(LocalDate day, int count) {}

  record SizeList(List<Size> days) {}

  static SegmentRule.Group rule(RuleText text) {
    return text.toGroup();
  }
}
