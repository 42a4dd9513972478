package org.marquetry.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.insight.api.Occasion;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;

class CalendarMonthTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant MADE = Instant.parse("2026-10-01T00:00:00Z");
  private static final LocalDate SINGLES = LocalDate.of(2026, 11, 11);

  @Test
  void aWeekBeginsAsTheLanguageHasItAndHoldsWholeWeeks() {
    CalendarMonth us = month(Locale.US, List.of(), Map.of());
    assertEquals(LocalDate.of(2026, 11, 1), us.weeks().getFirst().getFirst().day());
    assertEquals(LocalDate.of(2026, 12, 5), us.weeks().getLast().getLast().day());
    CalendarMonth german = month(Locale.GERMANY, List.of(), Map.of());
    assertEquals(LocalDate.of(2026, 10, 26), german.weeks().getFirst().getFirst().day());
    assertTrue(day(us, SINGLES).today());
    assertEquals(1, day(us, SINGLES).occasions().size());
  }

  @Test
  void aCampaignIsOnFromItsDayToTheEndOfItsTestInTheShopsZone() {
    SavedCampaign planned =
        saved(
            "planned",
            Campaign.builder("Planned", Goal.WIN_BACK)
                .start(Instant.parse("2026-11-09T20:00:00Z")) // the 10th in Shanghai
                .days(3)
                .build());
    SavedCampaign launched =
        saved("launched", Campaign.builder("Launched", Goal.WIN_BACK).days(1).build());
    SavedCampaign undated = saved("undated", Campaign.builder("Undated", Goal.WIN_BACK).build());
    CalendarMonth month =
        month(
            Locale.CHINA,
            List.of(planned, launched, undated),
            Map.of("launched", CampaignState.SENT));
    assertEquals(List.of(undated), month.undated());
    assertEquals(List.of(), day(month, SINGLES.minusDays(2)).on());
    assertEquals(
        List.of("Planned STARTS", "Planned MEASURED", "Planned MEASURED", "Planned ENDS"),
        SINGLES
            .minusDays(1)
            .datesUntil(SINGLES.plusDays(3))
            .flatMap(d -> day(month, d).on().stream())
            .filter(on -> on.campaign().equals(planned))
            .map(on -> on.campaign().name() + " " + on.part())
            .toList());
    assertEquals(
        List.of(CalendarMonth.Part.STARTS),
        day(month, LocalDate.of(2026, 11, 20)).on().stream().map(CalendarMonth.On::part).toList());
  }

  private static CalendarMonth.Day day(CalendarMonth month, LocalDate day) {
    return month.weeks().stream()
        .flatMap(List::stream)
        .filter(d -> d.day().equals(day))
        .findFirst()
        .orElseThrow();
  }

  private static SavedCampaign saved(String id, Campaign campaign) {
    return new SavedCampaign(id, 1, campaign, Act.CREATED, MADE, "ada");
  }

  /// November; today is the 11th. What was launched was so on the 20th.
  private static CalendarMonth month(
      Locale locale, List<SavedCampaign> campaigns, Map<String, CampaignState> states) {
    CampaignProgress progress =
        new CampaignProgress(
            CampaignState.SENT,
            1,
            Instant.parse("2026-11-20T01:00:00Z"),
            "ada",
            Optional.empty(),
            0,
            0,
            0,
            Map.of(),
            0,
            Optional.empty(),
            Optional.empty());
    return CalendarMonth.of(
        YearMonth.of(2026, 11),
        SINGLES,
        locale,
        SHANGHAI,
        campaigns,
        states,
        id -> Optional.of(progress).filter(_ -> id.equals("launched")),
        List.of(new Occasion(SINGLES, new Words("双十一", "Singles' Day"))));
  }
}
