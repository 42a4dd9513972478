package org.marquetry.bench.mail;

import java.util.List;
import java.util.Optional;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.mail.OpenChannel;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;

/// `channel.mail`; with a journal also the two facts that the ledger keeps of each send: one on
/// disk before it, one after it.
record ByChannel(OpenChannel open, Optional<Journal> journal) implements Way {
  @Override
  public void send(int connection, String round, long n) {
    Permit permit = Letters.permit(round, n);
    fact(permit, "sending", round + "-a-" + n);
    SendOutcome outcome = open.channel().send(permit, Letters.message(n));
    if (!(outcome instanceof SendOutcome.Sent)) {
      throw new IllegalStateException("not sent: " + outcome);
    }
    fact(permit, "sent", round + "-b-" + n);
  }

  private void fact(Permit permit, String type, String id) {
    journal.ifPresent(j ->
        j.append(
            List.of(
                Event.builder(id, type, permit.at())
                    .customer(permit.customer())
                    .property("campaignId", permit.campaign().value())
                    .property("step", permit.step())
                    .property("channel", "email")
                    .build())));
  }

  @Override
  public void close() {
    open.close();
  }
}
