package org.marquetry.data.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /events`: all of them go to the journal, or none; the answer comes when they are on disk.
@Provider("events.post")
@Component
public final class PostEvents implements Operation {
  private final Journal journal;
  private final InstantSource clock;
  private final OwnTypes own;

  @Activate
  public PostEvents(
      @Reference Journal journal, @Reference InstantSource clock, @Reference OwnTypes own) {
    this.journal = journal;
    this.clock = clock;
    this.own = own;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/events",
        "Store events of the shop: one, or an array; CloudEvents by content type",
        Optional.of(SentEvent.class),
        Journal.MAX_BATCH,
        Optional.of(Receipt.class),
        "data.write",
        true,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    List<Event> events = checked(sent(request));
    if (events.isEmpty()) {
      return Answer.accepted(new Receipt(0, 0));
    }
    // Whoever may write data needs no right on the journal itself.
    List<Appended> appended = Actor.SYSTEM.call(() -> journal.append(events));
    int accepted = (int) appended.stream().filter(Appended::isNew).count();
    return Answer.accepted(new Receipt(accepted, events.size() - accepted));
  }

  private List<SentEvent> sent(Request request) {
    return CloudEvents.in(request)
        ? new CloudEvents(clock.instant()).read(request, Journal.MAX_BATCH)
        : request.list(SentEvent.class, Journal.MAX_BATCH);
  }

  private List<Event> checked(List<SentEvent> sent) {
    Instant now = clock.instant();
    List<Event> events = new ArrayList<>(sent.size());
    for (SentEvent event : sent) {
      try {
        Event good = event.toEvent(now);
        check(good);
        events.add(good);
      } catch (IllegalArgumentException e) {
        String at = "/" + events.size();
        throw new ProblemException(
            Problem.invalid(
                at,
                "Event " + events.size() + ": " + e.getMessage() + ".",
                "Correct it and send all again; nothing was stored."));
      }
    }
    return events;
  }

  /// What the shop declared itself is held against its declaration.
  private void check(Event event) {
    if (!EventTypes.isKnown(event.type())) {
      Actor.SYSTEM
          .call(() -> own.type(event.type()))
          .ifPresent(type -> type.check(event.properties()));
    }
  }
}
