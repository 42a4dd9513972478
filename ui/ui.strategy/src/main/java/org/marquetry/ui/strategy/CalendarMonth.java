package org.marquetry.ui.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.insight.api.Occasion;

/// What is on in the weeks of a month.
///
/// @param weeks each of seven days, from the first day of the week on; days of the neighbouring
///   months fill the first and the last
/// @param undated campaigns that nobody gave a day
record CalendarMonth(YearMonth month, List<List<Day>> weeks, List<SavedCampaign> undated) {
  /// One day.
  ///
  /// @param here whether it is of the month itself
  record Day(LocalDate day, boolean here, boolean today, List<Occasion> occasions, List<On> on) {}

  /// What a campaign does on a day.
  record On(SavedCampaign campaign, CampaignState state, Part part) {}

  /// The part of a campaign that a day is.
  enum Part {
    /// It begins to go out.
    STARTS,
    /// It is measured.
    MEASURED,
    /// Its test ends.
    ENDS
  }

  /// When a campaign is on, from its start to the last day of its test.
  private record Span(SavedCampaign campaign, CampaignState state, LocalDate from, LocalDate to) {
    Optional<On> on(LocalDate day) {
      if (day.isBefore(from) || day.isAfter(to)) {
        return Optional.empty();
      }
      Part part = day.equals(from) ? Part.STARTS : day.equals(to) ? Part.ENDS : Part.MEASURED;
      return Optional.of(new On(campaign, state, part));
    }
  }

  /// @param states of the campaigns, by id
  /// @param launched how a launched one stands
  static CalendarMonth of(
      YearMonth month,
      LocalDate today,
      Locale locale,
      ZoneId zone,
      List<SavedCampaign> campaigns,
      Map<String, CampaignState> states,
      Function<String, Optional<CampaignProgress>> launched,
      List<Occasion> occasions) {
    List<Span> spans = new ArrayList<>();
    List<SavedCampaign> undated = new ArrayList<>();
    for (SavedCampaign one : campaigns) {
      CampaignState state = states.getOrDefault(one.id(), CampaignState.DRAFT);
      Optional<Instant> start = start(one.campaign(), state, launched.apply(one.id()));
      if (start.isEmpty()) {
        undated.add(one);
      } else {
        LocalDate from = LocalDate.ofInstant(start.get(), zone);
        spans.add(new Span(one, state, from, from.plusDays(one.campaign().days())));
      }
    }
    spans.sort(Comparator.comparing(Span::from).thenComparing(s -> s.campaign.name()));
    List<List<Day>> weeks = new ArrayList<>();
    LocalDate first = month.atDay(1).with(WeekFields.of(locale).dayOfWeek(), 1);
    for (LocalDate week = first; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
      List<Day> days = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        LocalDate day = week.plusDays(i);
        days.add(
            new Day(
                day,
                YearMonth.from(day).equals(month),
                day.equals(today),
                occasions.stream().filter(o -> o.day().equals(day)).toList(),
                spans.stream().flatMap(s -> s.on(day).stream()).toList()));
      }
      weeks.add(days);
    }
    return new CalendarMonth(month, weeks, undated);
  }

  /// When it goes out, or went out: not before its launch, and not before its day.
  private static Optional<Instant> start(
      Campaign campaign, CampaignState state, Optional<CampaignProgress> launched) {
    Optional<Instant> wanted = campaign.start();
    if (!state.isLaunched()) {
      return wanted;
    }
    return launched.map(CampaignProgress::at).map(at -> wanted.filter(at::isBefore).orElse(at));
  }
}
