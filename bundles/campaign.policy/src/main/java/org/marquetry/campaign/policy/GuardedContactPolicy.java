package org.marquetry.campaign.policy;

import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.policy.Known.Send;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Asks the rules, reserves, permits, sends, and makes each send a fact.
@Provider("policy")
@Component
public final class GuardedContactPolicy implements ContactPolicy {
  private final ContactBook book;
  private final Experiments experiments;
  private final boolean sample;
  private final Reservations reservations = new Reservations();

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
  volatile List<Channel> channels = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable Journal journal;

  @Activate
  public GuardedContactPolicy(
      @Reference Warehouse warehouse, @Reference Experiments experiments, BundleContext context) {
    this(
        new WarehouseContactBook(warehouse),
        experiments,
        Boolean.parseBoolean(context.getProperty("marquetry.sample")));
  }

  /// @param sample whether this is a made-up shop, from which nothing leaves
  GuardedContactPolicy(ContactBook book, Experiments experiments, boolean sample) {
    this.book = book;
    this.experiments = experiments;
    this.sample = sample;
  }

  @Override
  public List<ContactAnswer> check(ContactQuestion question, List<CustomerId> people) {
    requireBatch(people.size());
    Map<CustomerId, Known> known = lookUp(question, people, question.at());
    Rules rules = new Rules(question);
    List<ContactAnswer> answers = new ArrayList<>(people.size());
    for (CustomerId person : people) {
      Known its = known.getOrDefault(person, Known.NOTHING);
      answers.add(
          rules.ask(its, reservations.of(person), question.at(), heldOut(question, person)));
    }
    return answers;
  }

  @Override
  public List<ContactResult> send(ContactQuestion question, List<Outgoing> messages) {
    requireBatch(messages.size());
    Channel channel = channel(question.channel());
    List<CustomerId> people = messages.stream().map(Outgoing::customer).toList();
    Instant first =
        messages.stream().map(Outgoing::at).min(Instant::compareTo).orElse(question.at());
    Map<CustomerId, Known> known = lookUp(question, people, first);
    Rules rules = new Rules(question);
    List<ContactResult> results = new ArrayList<>(messages.size());
    List<Permit> sent = new ArrayList<>();
    for (Outgoing message : messages) {
      Known its = known.getOrDefault(message.customer(), Known.NOTHING);
      results.add(send(question, message, its, rules, channel, sent));
    }
    Journal facts = journal;
    if (facts != null) {
      SentFacts.append(facts, sent, question.channel());
    }
    return results;
  }

  private ContactResult send(
      ContactQuestion question,
      Outgoing message,
      Known known,
      Rules rules,
      Channel channel,
      List<Permit> sent) {
    CustomerId person = message.customer();
    boolean heldOut = heldOut(question, person);
    Send send = new Send(question.campaign().value(), question.step(), message.at());
    ContactAnswer[] answer = new ContactAnswer[1];
    reservations.take(
        person,
        send,
        taken -> {
          answer[0] = rules.ask(known, taken, message.at(), heldOut);
          return answer[0] instanceof ContactAnswer.Allowed;
        });
    if (answer[0] instanceof ContactAnswer.Refused) {
      return new ContactResult(person, answer[0], Optional.empty());
    }
    boolean preview = answer[0] instanceof ContactAnswer.Preview;
    if (!preview && journal == null) {
      reservations.giveBack(person, send);
      throw new IllegalStateException(
          "no journal is there, so a send could not be recorded; start platform.journal");
    }
    Permit permit =
        Permit.mint(
            MethodHandles.lookup(),
            question.campaign(),
            question.step(),
            person,
            message.at(),
            preview);
    SendOutcome outcome = channel.send(permit, message.message());
    if (outcome instanceof SendOutcome.Failed || outcome instanceof SendOutcome.Later) {
      reservations.giveBack(person, send);
    } else if (!preview) {
      sent.add(permit);
    }
    return new ContactResult(person, answer[0], Optional.of(outcome));
  }

  private Map<CustomerId, Known> lookUp(
      ContactQuestion question, List<CustomerId> people, Instant at) {
    Instant since = at.minus(Duration.ofDays(Math.max(question.cap().days(), 400)));
    return book.lookUp(people, question.channel(), since);
  }

  private boolean heldOut(ContactQuestion question, CustomerId person) {
    return experiments.assign(question.split(), person).isHoldout();
  }

  private Channel channel(String name) {
    return channels.stream()
        .filter(c -> c.name().equals(name) && !(sample && c.leaves()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                sample
                    ? "nothing leaves a made-up shop, and no channel '"
                        + name
                        + "' keeps what is sent; start channel.outbox"
                    : "no channel '" + name + "' is there; start a bundle that brings one"));
  }

  private static void requireBatch(int size) {
    if (size > MAX_BATCH) {
      throw new IllegalArgumentException("at most " + MAX_BATCH + " at once, got " + size);
    }
  }
}
