package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Reading.Arm;
import org.marquetry.experiment.api.Reading.Guardrail;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.ui.api.Lists;

/// The parts of a result page that are words and tables.
record ResultParts(Component page, ResultWords words) {
  /// The verdict, what to do, and the other variants.
  List<Component> verdict(Reading reading) {
    List<Arm> arms = ResultWords.bestFirst(reading);
    if (arms.isEmpty()) {
      return List.of(Lists.none(text("measurement.experiment.nobody")));
    }
    List<Component> parts = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      Paragraph sentence = new Paragraph(words.verdict(reading, arms.get(i)));
      sentence.setId(i == 0 ? "verdict" : "verdict-" + i);
      sentence.addClassName("mq-sentence");
      parts.add(sentence);
      if (i == 0) {
        Paragraph advice =
            new Paragraph(text("measurement.experiment.todo", words.advice(arms.get(0))));
        advice.setId("advice");
        parts.add(advice);
      }
      if (!reading.ratio().trustworthy()) {
        break; // it is said once
      }
    }
    notes(reading).forEach(parts::add);
    return parts;
  }

  /// What is in no figure, and on what the figures rest.
  private List<Paragraph> notes(Reading reading) {
    List<String> notes = new ArrayList<>();
    notes.add(
        text(
            "measurement.experiment.rests",
            words.percent(reading.experiment().plan().costs().margin()),
            words.day(reading.until()),
            words.number(reading.people())));
    if (reading.experiment().isExtended()) {
      notes.add(text("measurement.experiment.extended"));
    }
    if (reading.notInPlan() > 0) {
      notes.add(text("measurement.experiment.not-in-plan", words.number(reading.notInPlan())));
    }
    if (reading.otherCurrency() > 0) {
      notes.add(
          text("measurement.experiment.other-currency", words.number(reading.otherCurrency())));
    }
    return notes.stream().map(ResultParts::quiet).toList();
  }

  /// The numbers that a chart draws, for those who do not see it.
  Component numbers(Arm arm) {
    Table table =
        new Table(
            "points",
            List.of(
                text("measurement.day"),
                text("measurement.experiment.chart.estimate"),
                text("measurement.experiment.chart.fixed"),
                text("measurement.experiment.chart.always")));
    arm.series()
        .forEach(p ->
            table.row(
                List.of(
                    words.date(p.day()),
                    words.amounts().person(p.fixed().estimate()),
                    words.amounts().range(p.fixed()),
                    words.amounts().range(p.alwaysValid()))));
    return new NativeDetails(text("measurement.experiment.chart.numbers"), table);
  }

  /// What happened to the people of each group beside money.
  List<Component> guardrails(Reading reading) {
    Table table =
        new Table(
            "guardrails",
            List.of(
                text("measurement.experiment.group"),
                text("measurement.experiment.people"),
                text("measurement.experiment.sent"),
                text("measurement.experiment.clicked"),
                text("measurement.experiment.unsubscribed"),
                text("measurement.experiment.complained"),
                text("measurement.experiment.returned")));
    for (Reading.Group group : reading.groups()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  words.group(group.name()),
                  words.number(group.people()),
                  words.number(group.sent()),
                  words.number(group.clicked())));
      group.guardrails().forEach(rail -> cells.add(rail(rail)));
      cells.add(share(group.returned(), group.people()));
      table.row(cells);
    }
    return List.of(table, quiet(text("measurement.experiment.guardrails.about")));
  }

  private String rail(Guardrail rail) {
    return text(
        rail.isBroken() ? "measurement.experiment.rail.broken" : "measurement.experiment.rail",
        words.number(rail.people()),
        words.percent(rail.rate().estimate()),
        words.percent(rail.rate().low()),
        words.percent(rail.rate().high()),
        words.percent(rail.limit()));
  }

  private String share(long some, long all) {
    return all == 0
        ? words.number(some)
        : text(
            "measurement.experiment.share",
            words.number(some),
            words.percent((double) some / (double) all));
  }

  /// Last touch and what was brought, side by side.
  List<Component> touch(Attribution told) {
    Table table =
        new Table(
            "touch",
            List.of(
                text("measurement.touch.figure"),
                text("measurement.touch.last", told.days()),
                text("measurement.touch.brought")));
    table.row(
        List.of(
            text("measurement.touch.orders"),
            words.number(told.lastTouch().orders()),
            words.count(told.orders())));
    table.row(
        List.of(
            text("measurement.touch.profit"),
            words.amounts().total(told.lastTouch().profitMinor()),
            words.amounts().total(told.profit())));
    Paragraph difference = new Paragraph(words.difference(told));
    difference.setId("difference");
    return List.of(difference, table);
  }

  /// Each part of a split, and whether it counts.
  List<Component> parts(SegmentedReading read) {
    Span mark =
        new Span(
            text(read.registered() ? "measurement.split.registered" : "measurement.split.found"));
    mark.setId("split-mark");
    mark.addClassNames("mq-chip", read.registered() ? "mq-strong" : "mq-odd");
    if (read.parts().isEmpty()) {
      return List.of(new Div(mark), Lists.none(text("measurement.split.none")));
    }
    Table table =
        new Table(
            "split-parts",
            List.of(
                words.split(read.split()),
                text("measurement.split.variant"),
                text("measurement.experiment.people"),
                text("measurement.experiment.chart.estimate"),
                text("measurement.experiment.chart.fixed"),
                text("measurement.experiment.chart.always")));
    for (SegmentedReading.Part part : read.parts()) {
      table.row(
          List.of(
              words.part(read.split(), part.name()),
              words.group(part.variant()),
              words.number(part.profit().control().people() + part.profit().treated().people()),
              words.amounts().person(part.profit().fixed().estimate()),
              words.amounts().range(part.profit().fixed()),
              words.amounts().range(part.profit().alwaysValid())));
    }
    return List.of(
        new Div(mark),
        table,
        quiet(
            text(
                read.registered()
                    ? "measurement.split.registered.about"
                    : "measurement.split.found.about")));
  }

  static Paragraph quiet(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassName("mq-note");
    return line;
  }

  private String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }
}
