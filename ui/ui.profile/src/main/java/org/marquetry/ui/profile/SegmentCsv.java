package org.marquetry.ui.profile;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.Segments;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;

/// The members of a segment as a CSV file, read page by page while it is downloaded.
final class SegmentCsv {
  private static final String HEAD =
      "\uFEFFcustomer,name,language,city,country,consentEmail,orders,netRevenue,currency\r\n";

  private final Segments segments;
  private final SavedSegment segment;
  private final Actor actor;

  SegmentCsv(Segments segments, SavedSegment segment, Actor actor) {
    this.segments = segments;
    this.segment = segment;
    this.actor = actor;
  }

  void download(DownloadEvent event) throws IOException {
    event.setFileName(segment.id() + ".csv");
    event.setContentType("text/csv;charset=utf-8");
    OutputStream out = event.getOutputStream();
    out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    Optional<CustomerId> after = Optional.empty();
    List<Profile> page;
    do {
      page = page(after);
      out.write(
          page.stream()
              .map(SegmentCsv::line)
              .collect(Collectors.joining())
              .getBytes(StandardCharsets.UTF_8));
      after = page.isEmpty() ? after : Optional.of(page.getLast().customer());
    } while (page.size() == Segments.MAX_PAGE);
  }

  private List<Profile> page(Optional<CustomerId> after) {
    return actor.call(() -> segments.export(segment.id(), after, Segments.MAX_PAGE));
  }

  static String line(Profile profile) {
    Optional<Money> net = profile.money(Traits.NET_REVENUE);
    List<String> cells = new ArrayList<>();
    cells.add(profile.customer().value());
    Stream.of(Traits.NAME, Traits.LANGUAGE, Traits.CITY, Traits.COUNTRY, Traits.CONSENT_EMAIL)
        .forEach(trait -> cells.add(profile.text(trait).orElse("")));
    cells.add(
        profile.number(Traits.ORDERS).stream()
            .mapToObj(n -> Long.toString((long) n))
            .findFirst()
            .orElse(""));
    cells.add(net.map(m -> m.toMajor().toPlainString()).orElse(""));
    cells.add(net.map(Money::currency).orElse(""));
    return cells.stream().map(SegmentCsv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /// A cell that no spreadsheet takes for a formula.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
