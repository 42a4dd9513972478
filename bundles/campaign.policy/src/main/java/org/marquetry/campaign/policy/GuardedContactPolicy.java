package org.marquetry.campaign.policy;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.policy.Places.Reserved;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Databases;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Asks the rules, takes places, and has messages sent.
@Provider("policy")
@Component
public final class GuardedContactPolicy implements ContactPolicy {
  private static final int MAX_TESTS = 100;

  private final Ledger ledger;
  private final Experiments experiments;
  private final ShopZone zone;
  private final ComputePool pool;
  private final boolean sample;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
  volatile List<Channel> channels = List.of();

  /// Where there is no operational store, no rules hold but each campaign's own.
  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable Databases databases;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable RuleTable stored;

  @Activate
  public GuardedContactPolicy(
      @Reference Ledger ledger,
      @Reference Experiments experiments,
      @Reference ShopZone zone,
      @Reference ComputePool pool,
      BundleContext context) {
    this(
        ledger,
        experiments,
        zone,
        pool,
        Boolean.parseBoolean(context.getProperty("marquetry.sample")));
  }

  /// @param sample whether this is a made-up shop, from which nothing leaves
  GuardedContactPolicy(
      Ledger ledger, Experiments experiments, ShopZone zone, ComputePool pool, boolean sample) {
    this.ledger = ledger;
    this.experiments = experiments;
    this.zone = zone;
    this.pool = pool;
    this.sample = sample;
  }

  @Override
  public List<ContactAnswer> check(ContactQuestion question, List<CustomerId> people) {
    requireBatch(people.size());
    Rules rules = rules(question);
    Map<String, Known> told = ledger.upToDate();
    List<ContactAnswer> answers = new ArrayList<>(people.size());
    for (CustomerId person : people) {
      Known imported = told.getOrDefault(person.value(), Known.NOTHING);
      boolean heldOut = heldOut(question, person);
      answers.add(
          ledger
              .places()
              .see(
                  person,
                  (known, reserved) ->
                      rules.ask(known.and(imported), reserved, question.at(), heldOut)));
    }
    return answers;
  }

  @Override
  public List<ContactResult> send(ContactQuestion question, List<Outgoing> messages) {
    requireBatch(messages.size());
    Channel channel = channel(question.channel());
    Rules rules = rules(question);
    Map<String, Known> told = ledger.upToDate();
    ContactResult[] results = new ContactResult[messages.size()];
    AtomicInteger next = new AtomicInteger();
    int lanes = Math.min(channel.connections(), results.length);
    pool.waiting(
        lanes,
        Math.max(1, lanes),
        _ -> {
          try (Delivery lane = new Delivery(ledger, channel, question)) {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
              Outgoing message = messages.get(i);
              CustomerId person = message.customer();
              Known imported = told.getOrDefault(person.value(), Known.NOTHING);
              boolean heldOut = heldOut(question, person);
              results[i] =
                  lane.send(
                      message,
                      (known, reserved) ->
                          rules.ask(known.and(imported), reserved, message.at(), heldOut));
            }
          } finally {
            next.set(results.length); // where one lane failed, the others begin nothing more
          }
        });
    return List.of(results);
  }

  @Override
  public List<SendOutcome> test(
      CampaignId campaign, String name, Instant at, List<Message> messages) {
    if (messages.size() > MAX_TESTS) {
      throw new IllegalArgumentException("at most " + MAX_TESTS + " at once");
    }
    requireSeeds(messages);
    Channel channel = channel(name);
    String step = "test-" + UUID.randomUUID();
    SendOutcome[] outcomes = new SendOutcome[messages.size()];
    pool.waiting(
        outcomes.length,
        Math.max(1, channel.connections()),
        i -> {
          CustomerId nobody = new CustomerId("seed-" + (i + 1));
          Permit permit =
              Permit.mint(MethodHandles.lookup(), campaign, step, nobody, Permit.TEST, at, false);
          outcomes[i] = channel.send(permit, messages.get(i));
        });
    return List.of(outcomes);
  }

  private void requireSeeds(List<Message> messages) {
    RuleTable table = stored;
    Set<String> seeds = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (table != null) {
      seeds.addAll(table.seeds().addresses());
    }
    if (!messages.stream().map(Message::to).allMatch(seeds::contains)) {
      throw new Rejected(
          new Words(
              "测试邮件只能发给测试名单上的地址；请先把地址加入名单",
              "test messages go to addresses of the seed list only; put the address on it first"));
    }
  }

  @Override
  public Way way(String channel) {
    return usable(channel).map(c -> c.leaves() ? Way.LEAVES : Way.KEPT).orElse(Way.NONE);
  }

  @Override
  public void reserve(ContactQuestion question, List<CustomerId> people) {
    requireBatch(people.size());
    String campaign = question.campaign().value();
    Places places = ledger.places();
    places.release(campaign, Optional.of(question.step()));
    Send send = send(question, question.at(), 1);
    people.forEach(p -> places.reserve(p, new Reserved(send, question.priority())));
  }

  @Override
  public void release(CampaignId campaign) {
    ledger.places().release(campaign.value(), Optional.empty());
  }

  /// A message as it begins.
  static Send send(ContactQuestion question, Instant at, int attempt) {
    return new Send(
        question.campaign().value(),
        question.step(),
        attempt,
        question.channel(),
        question.purpose().id(),
        at,
        State.SENDING,
        "");
  }

  private Rules rules(ContactQuestion question) {
    RuleTable table = stored;
    if (table == null && databases != null) {
      throw new IllegalStateException(
          "the rules of contact are not there yet; try again in a moment");
    }
    RuleSet rules = table == null ? RuleSet.NONE : table.rules(question.purpose());
    return new Rules(question, rules, zone.zone());
  }

  private boolean heldOut(ContactQuestion question, CustomerId person) {
    return experiments.assign(question.split(), person).isHoldout();
  }

  /// One that sends goes before one that only keeps what is sent.
  private Optional<Channel> usable(String name) {
    return channels.stream()
        .filter(c -> c.name().equals(name) && !(sample && c.leaves()))
        .max(Comparator.comparing(Channel::leaves));
  }

  private Channel channel(String name) {
    return usable(name)
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
