package org.marquetry.campaign.policy;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.policy.Places.Reserved;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

/// Carries single messages to a channel: takes the place, tells the journal, sends, tells how it
/// ended. For one thread and one message after the other: a connection's.
final class Delivery implements AutoCloseable {
  private final Ledger ledger;
  private final Channel channel;
  private final ContactQuestion question;

  /// How messages ended: told to the journal with the next beginning, since each append waits for a
  /// sync of the disk.
  private final List<Event> facts = new ArrayList<>();

  private final Map<CustomerId, Send> ends = new LinkedHashMap<>();

  Delivery(Ledger ledger, Channel channel, ContactQuestion question) {
    this.ledger = ledger;
    this.channel = channel;
    this.question = question;
  }

  /// What was decided under the person's lock.
  private static final class Decided {
    private @Nullable ContactAnswer answer;
    private @Nullable Send send;
  }

  ContactResult send(Outgoing message, BiFunction<Known, List<Reserved>, ContactAnswer> ask) {
    CustomerId person = message.customer();
    Decided decided = new Decided();
    ledger
        .places()
        .take(
            person,
            (known, reserved) -> {
              decided.answer = ask.apply(known, reserved);
              if (decided.answer instanceof ContactAnswer.Allowed) {
                decided.send = GuardedContactPolicy.send(question, message.at(), attempt(known));
              }
              return Optional.ofNullable(decided.send);
            });
    ContactAnswer answer = Objects.requireNonNull(decided.answer);
    if (decided.send != null) {
      return deliver(message, decided.send, answer);
    }
    flush(); // what nothing begins after does not wait for those who get nothing
    if (answer instanceof ContactAnswer.Preview) {
      SendOutcome outcome = channel.send(permit(message, true), message.message());
      return new ContactResult(person, answer, Optional.of(outcome));
    }
    if (answer instanceof Refused) {
      ledger.places().release(person, question.campaign().value(), question.step());
    }
    return new ContactResult(person, answer, Optional.empty());
  }

  /// The next try.
  private int attempt(Known known) {
    return 1
        + known.sends().stream()
            .filter(s ->
                s.campaign().equals(question.campaign().value())
                    && s.step().equals(question.step()))
            .mapToInt(Send::attempt)
            .max()
            .orElse(0);
  }

  private ContactResult deliver(Outgoing message, Send send, ContactAnswer answer) {
    CustomerId person = message.customer();
    if (!begin(person, send)) {
      ContactAnswer known = Refused.by(Rule.ALREADY_SENT, Map.of("state", "RECORDED"));
      return new ContactResult(person, known, Optional.empty());
    }
    Send end = send.with(State.UNKNOWN); // until it is told otherwise, whatever is thrown
    try {
      SendOutcome outcome = channel.send(permit(message, false), message.message());
      end = told(message, send, outcome);
      return new ContactResult(person, answer, Optional.of(outcome));
    } finally {
      ends.put(person, end);
    }
  }

  /// Tell the journal that it begins, and how those before it ended.
  ///
  /// @return false: the journal knows of this very try, and nothing is to be sent
  private boolean begin(CustomerId person, Send send) {
    boolean begun = false;
    try {
      facts.add(SendFacts.sending(person, send));
      begun = ledger.append(facts).getLast().isNew();
    } catch (RuntimeException e) {
      facts.removeLast();
      throw e;
    } finally {
      if (!begun) {
        ledger.places().giveBack(person, send);
      }
    }
    end(true);
    return begun;
  }

  @Override
  public void close() {
    flush();
  }

  /// Tell the journal how those ended that it was not told of yet.
  private void flush() {
    boolean done = false;
    try {
      ledger.append(facts);
      done = true;
    } finally {
      end(done);
    }
  }

  /// @param inJournal false: after a restart nobody will know
  private void end(boolean inJournal) {
    ends.forEach(
        (person, end) -> ledger.places().end(person, inJournal ? end : end.with(State.UNKNOWN)));
    ends.clear();
    facts.clear();
  }

  private Send told(Outgoing message, Send send, SendOutcome outcome) {
    CustomerId person = message.customer();
    return switch (outcome) {
      case SendOutcome.Sent _, SendOutcome.AlreadySent _ -> {
        facts.add(SendFacts.sent(person, send, message.decision().orElse(null), message.facts()));
        yield send.with(State.SENT);
      }
      case SendOutcome.Failed(String code, var _) -> unsent(person, send, code);
      case SendOutcome.Later(String code, var _, var _) -> unsent(person, send, code);
      case SendOutcome.Unknown _ -> send.with(State.UNKNOWN);
    };
  }

  private Send unsent(CustomerId person, Send send, String code) {
    facts.add(SendFacts.unsent(person, send, code));
    return send.with(State.UNSENT, code);
  }

  private Permit permit(Outgoing message, boolean preview) {
    return Permit.mint(
        MethodHandles.lookup(),
        question.campaign(),
        question.step(),
        message.customer(),
        question.purpose().id(),
        message.at(),
        preview);
  }
}
