package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step found, filled while it runs.
final class StepReport {
  private final StepName name;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();
  private final List<Text> missing = new ArrayList<>();
  private Status status = Status.DONE;
  private Text summary = Text.same("");
  private double seconds;

  StepReport(StepName name) {
    this.name = name;
  }

  /// Say in a sentence or two what came out.
  StepReport summary(Text text) {
    summary = text;
    return this;
  }

  StepReport figure(Figure figure) {
    figures.add(figure);
    return this;
  }

  StepReport chart(Chart chart) {
    charts.add(chart);
    return this;
  }

  StepReport table(Table table) {
    tables.add(table);
    return this;
  }

  /// An assumption, a caveat, or how to read something.
  StepReport note(Text text) {
    notes.add(text);
    return this;
  }

  /// Something could not be done for lack of data; the step is at best partial.
  StepReport missing(Text what) {
    missing.add(sentence(what));
    if (status == Status.DONE) {
      status = Status.PARTIAL;
    }
    return this;
  }

  /// Nothing could be done.
  StepReport skipped(Text why) {
    missing.add(sentence(why));
    status = Status.SKIPPED;
    return this;
  }

  StepReport failed(Text why) {
    missing.add(sentence(why));
    status = Status.FAILED;
    return this;
  }

  StepReport seconds(double seconds) {
    this.seconds = seconds;
    return this;
  }

  /// Several reasons stand in one paragraph, so each ends as a sentence does.
  private static Text sentence(Text t) {
    return new Text(ended(t.zh(), "。"), ended(t.en(), "."));
  }

  private static String ended(String s, String stop) {
    return s.matches("(?s).*[.。!?！？]") ? s : s + stop;
  }

  StepName name() {
    return name;
  }

  Status status() {
    return status;
  }

  Text summary() {
    return summary;
  }

  double seconds() {
    return seconds;
  }

  List<Figure> figures() {
    return figures;
  }

  List<Chart> charts() {
    return charts;
  }

  List<Table> tables() {
    return tables;
  }

  List<Text> notes() {
    return notes;
  }

  /// Why the step is not done; empty when it is.
  Optional<Text> reason() {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Text(
                String.join(" ", missing.stream().map(Text::zh).toList()),
                String.join(" ", missing.stream().map(Text::en).toList())));
  }
}
