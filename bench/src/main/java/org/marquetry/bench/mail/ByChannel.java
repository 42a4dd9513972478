package org.marquetry.bench.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.mail.OpenChannel;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;

/// `channel.mail`; with a journal also the facts that the ledger keeps of each send: that it
/// begins, on disk before it, together with how the one before it ended.
final class ByChannel implements Way {
  private final OpenChannel open;
  private final Optional<Journal> journal;
  private final ConcurrentMap<Integer, Event> ended = new ConcurrentHashMap<>();

  ByChannel(OpenChannel open, Optional<Journal> journal) {
    this.open = open;
    this.journal = journal;
  }

  @Override
  public void send(int connection, String round, long n) {
    Permit permit = Letters.permit(round, n);
    journal.ifPresent(j -> {
      List<Event> facts = new ArrayList<>();
      Optional.ofNullable(ended.remove(connection)).ifPresent(facts::add);
      facts.add(fact(permit, "sending", round + "-a-" + n));
      j.append(facts);
    });
    SendOutcome outcome = open.channel().send(permit, Letters.message(n));
    if (!(outcome instanceof SendOutcome.Sent)) {
      throw new IllegalStateException("not sent: " + outcome);
    }
    ended.put(connection, fact(permit, "sent", round + "-b-" + n));
  }

  private static Event fact(Permit permit, String type, String id) {
    return Event.builder(id, type, permit.at())
        .customer(permit.customer())
        .property("campaignId", permit.campaign().value())
        .property("step", permit.step())
        .property("channel", "email")
        .build();
  }

  @Override
  public void close() {
    open.close();
  }
}
