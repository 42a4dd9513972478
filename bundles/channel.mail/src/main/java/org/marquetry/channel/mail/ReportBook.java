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
    /// It is no report of a mail of this home, or of one that may still arrive.
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
    return fact(report.get(), of.get());
  }

  private Result fact(Report report, UnsubscribeLinks.Message of) {
    boolean complaint = report.kind() == Report.Kind.COMPLAINED;
    String type = complaint ? EventTypes.COMPLAINED : EventTypes.BOUNCED;
    String mail =
        String.join(
            "\n",
            report.kind().name(),
            of.customer().value(),
            of.campaign().value(),
            of.channel(),
            of.purpose());
    String id = "report-" + UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8));
    Event.Builder event =
        Event.builder(id, type, clock.instant())
            .customer(of.customer())
            .property(EventProperties.CHANNEL, of.channel())
            .property(EventProperties.CAMPAIGN, of.campaign().value())
            .property("status", report.status());
    if (report.kind() == Report.Kind.BOUNCED_FOR_NOW) {
      event.property(EventProperties.BOUNCE, EventProperties.SOFT);
    }
    Event fact = event.build();
    Actor.SYSTEM.run(() -> journal.append(fact));
    return complaint ? Result.COMPLAINED : Result.BOUNCED;
  }
}
