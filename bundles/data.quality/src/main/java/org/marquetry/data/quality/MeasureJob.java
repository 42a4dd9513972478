package org.marquetry.data.quality;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Measures all rules; the first time also what they would have said in the weeks before.
@Component
public final class MeasureJob implements JobHandler {
  static final String KIND = "quality.measure";
  private static final int WEEKS = 12;

  private final Book book;
  private final Measure measure;
  private final InstantSource clock;

  @Activate
  public MeasureJob(
      @Reference Book book,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.book = book;
    this.measure = new Measure(warehouse, zone);
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("测量数据质量", "Measuring the data’s quality");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    Optional<LocalDate> day = Actor.SYSTEM.call(() -> measure.day(clock.instant()));
    if (day.isEmpty()) {
      return Map.of("rules", "0");
    }
    boolean first = book.measuredAt().isEmpty();
    Map<String, List<Point>> said = new HashMap<>();
    int done = 0;
    job.step(new Words("逐条测量规则", "rules"));
    for (Check check : Checks.ALL) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      List<Point> points = new ArrayList<>();
      for (LocalDate of : days(check, day.get(), first)) {
        Actor.SYSTEM.call(() -> measure.point(check, of)).ifPresent(points::add);
      }
      said.put(check.id(), points);
      job.at(++done / (double) Checks.ALL.size());
    }
    book.keep(said, clock.instant());
    return Map.of("rules", Integer.toString(done));
  }

  private static List<LocalDate> days(Check check, LocalDate day, boolean first) {
    List<LocalDate> days = new ArrayList<>(List.of(day));
    for (int week = 1; first && check.timed() && week <= WEEKS; week++) {
      days.add(day.minusWeeks(week));
    }
    return days;
  }
}
