package org.marquetry.insight.core;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.api.FigureAlerts;
import org.marquetry.insight.api.FigureNow;
import org.marquetry.insight.api.Figures;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Alerts on figures that ring: about the last whole day, or what today came to so far.
@Provider("figures")
@Component
public final class FigureAgenda implements AgendaSource {
  private final FigureAlerts alerts;
  private final Figures figures;
  private final ShopZone zone;

  @Activate
  public FigureAgenda(
      @Reference FigureAlerts alerts, @Reference Figures figures, @Reference ShopZone zone) {
    this.alerts = alerts;
    this.figures = figures;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "figures";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    List<FigureAlert> all = alerts.list();
    if (all.isEmpty()) {
      return List.of();
    }
    Board board = figures.board();
    return all.stream()
        .flatMap(alert ->
            board.figures().stream()
                .filter(figure -> figure.figure() == alert.figure())
                .flatMap(figure -> ringing(alert, figure, board.currency()).stream()))
        .toList();
  }

  private Optional<AgendaItem> ringing(
      FigureAlert alert, FigureNow figure, Optional<String> currency) {
    return day(alert, figure)
        .map(day -> {
          String of = alert.figure().name().toLowerCase(Locale.ROOT).replace('_', '-');
          return AgendaItem.builder(
                  Kind.WRONG,
                  "figure/%s/%s".formatted(alert.id(), day.day()),
                  zone.start(day.complete() ? day.day().plusDays(1) : day.day()),
                  title(alert, day, figure, currency))
              .act(new Words("查看这一天", "Look at the day"), "figures/" + of + "?day=" + day.day())
              .build();
        });
  }

  /// The day that an alert rings about; empty when it does not ring.
  private static Optional<DayValue> day(FigureAlert alert, FigureNow figure) {
    DayValue yesterday = figure.yesterday();
    boolean whole = yesterday.complete() && yesterday.value().isPresent();
    return switch (alert.when()) {
      case UNUSUAL ->
          Optional.of(yesterday)
              .filter(_ -> whole && figure.comparison().map(c -> c.unusual()).orElse(false));
      case BELOW ->
          Optional.of(yesterday)
              .filter(d -> whole && d.value().getAsLong() < alert.value().orElseThrow());
      case ABOVE ->
          isAbove(figure.today(), alert)
              ? Optional.of(figure.today())
              : Optional.of(yesterday).filter(d -> whole && isAbove(d, alert));
    };
  }

  private static boolean isAbove(DayValue day, FigureAlert alert) {
    return day.value().isPresent() && day.value().getAsLong() > alert.value().orElseThrow();
  }

  private static Words title(
      FigureAlert alert, DayValue day, FigureNow figure, Optional<String> currency) {
    return new Words(
        said(alert, day, figure, currency.orElse(null), Locale.SIMPLIFIED_CHINESE),
        said(alert, day, figure, currency.orElse(null), Locale.ENGLISH));
  }

  private static String said(
      FigureAlert alert,
      DayValue day,
      FigureNow figure,
      @Nullable String currency,
      Locale language) {
    boolean zh = language.equals(Locale.SIMPLIFIED_CHINESE);
    Figure of = alert.figure();
    String name =
        switch (of) {
          case NET_REVENUE -> zh ? "净收入" : "Net revenue";
          case ORDERS -> zh ? "订单数" : "Orders";
          case ACTIVE_CUSTOMERS -> zh ? "活跃顾客数" : "Active customers";
        };
    String on = DateTimeFormatter.ofPattern(zh ? "M月d日" : "MMM d", language).format(day.day());
    String value = number(of, day.value().orElseThrow(), currency, language);
    String than =
        switch (alert.when()) {
          case UNUSUAL -> {
            double mean = figure.comparison().orElseThrow().mean();
            String usual = number(of, Math.round(mean), currency, language);
            yield zh ? "不寻常（平常 " + usual + "）" : "unusual (usually " + usual + ")";
          }
          case BELOW, ABOVE -> {
            String bound = number(of, alert.value().orElseThrow(), currency, language);
            boolean below = alert.when() == FigureAlert.When.BELOW;
            yield zh ? (below ? "低于 " : "高于 ") + bound : (below ? "below " : "above ") + bound;
          }
        };
    return zh
        ? "%s%s %s，%s".formatted(on, name, value, than)
        : "%s on %s: %s, %s".formatted(name, on, value, than);
  }

  private static String number(
      Figure figure, long value, @Nullable String currency, Locale language) {
    if (figure != Figure.NET_REVENUE || currency == null) {
      return NumberFormat.getIntegerInstance(language).format(value);
    }
    Currency money = Currency.getInstance(currency);
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(money);
    format.setMinimumFractionDigits(money.getDefaultFractionDigits());
    format.setMaximumFractionDigits(money.getDefaultFractionDigits());
    return format.format(BigDecimal.valueOf(value, money.getDefaultFractionDigits()));
  }
}
