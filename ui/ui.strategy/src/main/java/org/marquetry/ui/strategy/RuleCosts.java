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
    String[] parts = result.getOrDefault(rule, "").split(" ", -1);
    if (parts.length != PARTS) {
      return Formats.UNKNOWN;
    }
    String currency = result.getOrDefault("currency", "");
    long minor = Long.parseLong(parts[2]);
    return page.getTranslation(
        "strategy.ranking.cost.words",
        formats.number(Long.parseLong(parts[0])),
        formats.number(Math.round(Double.parseDouble(parts[1]))),
        currency.isEmpty() ? Formats.UNKNOWN : formats.money(new Money(minor, currency)));
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
