package org.marquetry.ui.api;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The words of a date picker, from the JDK's locale data.
public final class Calendar {
  private Calendar() {}

  /// Name months and days as people of a language do; days are written as `2026-11-30`.
  ///
  /// @param today word of the button that chooses the present day
  /// @param cancel word of the button that closes it
  public static DatePicker.DatePickerI18n of(Locale locale, String today, String cancel) {
    return new DatePicker.DatePickerI18n()
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList())
        .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
        .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
        .setToday(today)
        .setCancel(cancel)
        .setDateFormat("yyyy-MM-dd");
  }

  /// From Sunday on, as the picker wants them.
  private static List<String> days(TextStyle style, Locale locale) {
    return Stream.iterate(DayOfWeek.SUNDAY, d -> d.plus(1))
        .limit(7)
        .map(d -> d.getDisplayName(style, locale))
        .toList();
  }
}
