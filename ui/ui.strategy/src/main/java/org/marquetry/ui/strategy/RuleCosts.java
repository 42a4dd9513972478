package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;

/// What the rules cost on the last 30 days, as the latest job told.
///
/// @param result of the job; empty while none has told
/// @param failed why the latest did not tell
record RuleCosts(Map<String, String> result, Optional<Words> failed, boolean isRunning) {
  static final RuleCosts UNKNOWN = new RuleCosts(Map.of(), Optional.empty(), false);
  private static final String KIND = "recommend.cost";
  private static final int PARTS = 3;

  static JobRequest request() {
    return JobRequest.of(KIND, "rules");
  }

  /// @param jobs the newest first
  static RuleCosts of(List<JobStatus> jobs) {
    List<JobStatus> mine = jobs.stream().filter(j -> j.kind().equals(KIND)).toList();
    Optional<JobStatus> last = mine.stream().findFirst();
    return new RuleCosts(
        mine.stream()
            .filter(j -> j.state() == JobStatus.State.DONE)
            .findFirst()
            .map(JobStatus::result)
            .orElse(Map.of()),
        last.filter(j -> j.state() == JobStatus.State.FAILED).flatMap(JobStatus::note),
        last.filter(j -> !j.state().isOver()).isPresent());
  }

  boolean isKnown() {
    return !result.isEmpty();
  }

  /// What a rule cost; a rule that was not there then has none.
  String of(String rule, Component page, Formats formats) {
    return cost(rule)
        .map(cost ->
            page.getTranslation(
                "strategy.ranking.cost.words",
                formats.number(cost.purchases),
                formats.number(cost.within),
                money(cost.minor, formats)))
        .orElse(Formats.UNKNOWN);
  }

  /// What a lean would have brought, below 0: cost, as purchases and as money.
  List<String> gain(String lean, Formats formats) {
    return cost(lean)
        .map(cost ->
            List.of(
                signed(-cost.purchases, formats) + " ± " + formats.number(cost.within),
                money(-cost.minor, formats)))
        .orElse(List.of(Formats.UNKNOWN));
  }

  private static String signed(long number, Formats formats) {
    return (number > 0 ? "+" : "") + formats.number(number);
  }

  private String money(long minor, Formats formats) {
    String currency = result.getOrDefault("currency", "");
    return currency.isEmpty() ? Formats.UNKNOWN : formats.money(new Money(minor, currency));
  }

  /// @param within half of a 95 % interval of the purchases
  private record Cost(long purchases, long within, long minor) {}

  private Optional<Cost> cost(String of) {
    String[] parts = result.getOrDefault(of, "").split(" ", -1);
    return parts.length == PARTS
        ? Optional.of(
            new Cost(
                Long.parseLong(parts[0]),
                Math.round(Double.parseDouble(parts[1])),
                Long.parseLong(parts[2])))
        : Optional.empty();
  }

  /// How it was told.
  List<Component> words(Component page, Formats formats) {
    if (failed.isPresent()) {
      return List.of(note(failed.get().in(formats.locale())));
    }
    if (isRunning) {
      return List.of(note(page.getTranslation("strategy.ranking.cost.running")));
    }
    return isKnown()
        ? List.of(
            note(
                page.getTranslation(
                    "strategy.ranking.cost.about",
                    formats.number(Long.parseLong(result.getOrDefault("people", "0"))),
                    formats.dateTime(Instant.parse(result.getOrDefault("from", ""))),
                    formats.number(Long.parseLong(result.getOrDefault("hits", "0"))))))
        : List.of();
  }

  private static Paragraph note(String text) {
    Paragraph note = new Paragraph(text);
    note.setId("cost-note");
    note.addClassName("mq-note");
    return note;
  }
}
