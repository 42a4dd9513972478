package org.marquetry.experiment.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.marquetry.experiment.api.Reading.Point;

/// Where things stand in the chart of an effect over time. Places are shares of the drawing: x from
/// the left, y from below, both in 0..1.
///
/// @param points at least two, by day
/// @param start first day of the experiment
/// @param end last day that was planned
/// @param endName what the planned end is called
/// @param sales sale days of that time
/// @param labels writes a value of the axis
record Plot(
    List<Point> points,
    LocalDate start,
    LocalDate end,
    String endName,
    List<Sale> sales,
    Labels labels) {
  private static final int STEPS = 6;

  /// @param name in the reader's language
  record Sale(LocalDate day, String name) {}

  /// Writes a value of the axis.
  interface Labels {
    String of(double minor);
  }

  /// A place in the drawing.
  record Place(double x, double y) {}

  /// A value of the axis.
  record Tick(double y, String label) {}

  private double low() {
    return Math.min(0, values().min().orElse(0));
  }

  private double high() {
    return Math.max(0, values().max().orElse(0));
  }

  private DoubleStream values() {
    return points.stream()
        .flatMap(p -> Stream.of(p.fixed(), p.alwaysValid()))
        .flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()));
  }

  double x(LocalDate day) {
    LocalDate last = points.getLast().day().isAfter(end) ? points.getLast().day() : end;
    double all = Math.max(1, ChronoUnit.DAYS.between(start, last));
    return Math.clamp(ChronoUnit.DAYS.between(start, day) / all, 0, 1);
  }

  double y(double minor) {
    double height = high() - low();
    return height == 0 ? 0.5 : (minor - low()) / height;
  }

  List<Place> line(ToDoubleFunction<Point> value) {
    return points.stream().map(p -> new Place(x(p.day()), y(value.applyAsDouble(p)))).toList();
  }

  /// The outline of a band: along its upper side and back along the lower one.
  List<Place> band(ToDoubleFunction<Point> low, ToDoubleFunction<Point> high) {
    List<Place> outline = new ArrayList<>(line(high));
    outline.addAll(line(low).reversed());
    return outline;
  }

  /// Round values of the axis, 0 among them.
  List<Tick> ticks() {
    double height = high() - low();
    if (height == 0) {
      return List.of(new Tick(y(0), labels.of(0)));
    }
    double rough = height / STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        DoubleStream.of(1, 2, 5, 10).filter(s -> s * power >= rough).findFirst().orElse(10) * power;
    List<Tick> ticks = new ArrayList<>();
    for (double n = Math.ceil(low() / step); n * step <= high(); n++) {
      double value = n * step + 0.0; // no −0
      ticks.add(new Tick(y(value), labels.of(value)));
    }
    return ticks;
  }
}
