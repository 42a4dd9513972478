package org.marquetry.channel.mail;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Makes reports of servers facts: `bounced` and `complained`, once for each mail.
@Component(service = ReportBook.class)
public final class ReportBook {
  private final UnsubscribeLinks links;
  private final Journal journal;
  private final InstantSource clock;

  @Activate
  public ReportBook(
      @Reference UnsubscribeLinks links,
      @Reference Journal journal,
      @Reference InstantSource clock) {
    this.links = links;
    this.journal = journal;
    this.clock = clock;
  }

  /// What became of a report.
  enum Result {
    BOUNCED,
    COMPLAINED,
    /// It was delayed or given up for now, which says nothing about the person.
    TEMPORARY,
    /// It is no report, or not of a mail of this home.
    UNKNOWN
  }

  /// @param mail a whole mail; whatever it is, it does no harm
  Result enter(byte[] mail) {
    Optional<Report> report = Report.read(mail);
    if (report.isEmpty()) {
      return Result.UNKNOWN;
    }
    Optional<UnsubscribeLinks.Message> of =
        Actor.SYSTEM.call(() -> links.read(report.get().link()));
    if (of.isEmpty()) {
      return Result.UNKNOWN;
    }
    return switch (report.get().kind()) {
      case TEMPORARY -> Result.TEMPORARY;
      case BOUNCED -> fact(EventTypes.BOUNCED, report.get(), of.get(), Result.BOUNCED);
      case COMPLAINED -> fact(EventTypes.COMPLAINED, report.get(), of.get(), Result.COMPLAINED);
    };
  }

  private Result fact(String type, Report report, UnsubscribeLinks.Message of, Result result) {
    String mail = type + "\n" + of.customer() + "\n" + of.campaign() + "\n" + of.channel();
    String id = "report-" + UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8));
    Event event =
        Event.builder(id, type, clock.instant())
            .customer(of.customer())
            .property(EventProperties.CHANNEL, of.channel())
            .property("campaignId", of.campaign().value())
            .property("status", report.status())
            .build();
    Actor.SYSTEM.run(() -> journal.append(event));
    return result;
  }
}
