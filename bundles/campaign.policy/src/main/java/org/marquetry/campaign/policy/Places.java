package org.marquetry.campaign.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.shop.api.CustomerId;

/// What this process has taken under the caps and the ledger does not show yet, and what campaigns
/// have reserved. Everything about one person happens under that person's lock.
final class Places {
  /// A place that a campaign keeps for a person.
  ///
  /// @param send what it would be; never sent itself
  record Reserved(Send send, int priority) {}

  /// @param mine the newest state of each message that this process sends or sent
  private record Held(List<Send> mine, List<Reserved> reserved) {
    static final Held NOTHING = new Held(List.of(), List.of());

    Held with(Send send) {
      List<Send> after = new ArrayList<>(mine.stream().filter(s -> !s.isTryOf(send)).toList());
      after.add(send);
      return new Held(List.copyOf(after), reserved);
    }

    Held without(String campaign, String step) {
      return new Held(
          mine,
          reserved.stream()
              .filter(r -> !(r.send().campaign().equals(campaign) && r.send().step().equals(step)))
              .toList());
    }

    @Nullable Held orNone() {
      return mine.isEmpty() && reserved.isEmpty() ? null : this;
    }
  }

  private final ConcurrentMap<CustomerId, Held> held = new ConcurrentHashMap<>();
  private final Function<CustomerId, Known> live;

  /// @param live what the journal says about a person
  Places(Function<CustomerId, Known> live) {
    this.live = live;
  }

  /// Everything that is known of a person's messages now, and what is reserved.
  <T> T see(CustomerId person, BiFunction<Known, List<Reserved>, T> look) {
    Held here = held.getOrDefault(person, Held.NOTHING); // first: what is tidied away is live
    return look.apply(joined(live.apply(person), here.mine()), here.reserved());
  }

  /// Take a place if one is given; nobody else can take one for the person meanwhile.
  ///
  /// @param decide sees what is known and reserved, and gives what to take
  void take(CustomerId person, BiFunction<Known, List<Reserved>, Optional<Send>> decide) {
    held.compute(
        person,
        (_, before) -> {
          Held here = before == null ? Held.NOTHING : before;
          return decide
              .apply(joined(live.apply(person), here.mine()), here.reserved())
              .map(send -> here.with(send).without(send.campaign(), send.step()))
              .orElse(here)
              .orNone();
        });
  }

  /// The messages of a campaign of which this process knows more than the journal says.
  ///
  /// @param change gets what the journal says of each, if anything, and what is so
  void ahead(String campaign, BiConsumer<Optional<Send>, Send> change) {
    held.forEach((person, here) -> {
      List<Send> mine = here.mine().stream().filter(s -> s.campaign().equals(campaign)).toList();
      if (!mine.isEmpty()) {
        List<Send> told = live.apply(person).sends();
        mine.forEach(send -> {
          Optional<Send> before = told.stream().filter(send::isTryOf).findFirst();
          change.accept(before, before.map(s -> s.and(send)).orElse(send));
        });
      }
    });
  }

  /// Say how a message of ours ended, or that nobody knows.
  void end(CustomerId person, Send send) {
    held.computeIfPresent(
        person, (_, here) -> tidied(here.with(send), live.apply(person)).orNone());
  }

  /// Forget a place as if it had never been taken.
  void giveBack(CustomerId person, Send send) {
    held.computeIfPresent(
        person,
        (_, here) ->
            new Held(here.mine().stream().filter(s -> !s.equals(send)).toList(), here.reserved())
                .orNone());
  }

  /// Let go of what the journal says by now.
  void tidy(String customer) {
    CustomerId person = new CustomerId(customer);
    held.computeIfPresent(person, (_, here) -> tidied(here, live.apply(person)).orNone());
  }

  private static Held tidied(Held here, Known known) {
    List<Send> after =
        here.mine().stream()
            .filter(mine ->
                mine.state() == State.SENDING
                    || known.sends().stream().noneMatch(s -> s.covers(mine)))
            .toList();
    return after.size() == here.mine().size() ? here : new Held(after, here.reserved());
  }

  private static Known joined(Known known, List<Send> mine) {
    if (mine.isEmpty()) {
      return known;
    }
    List<Send> all = new ArrayList<>(known.sends());
    for (Send send : mine) {
      Send now = send;
      for (Send s : known.sends()) {
        if (s.isTryOf(send)) {
          all.remove(s);
          now = s.and(send);
        }
      }
      all.add(now);
    }
    return new Known(known.words(), all);
  }

  void reserve(CustomerId person, Reserved place) {
    held.compute(
        person,
        (_, before) -> {
          Held here = before == null ? Held.NOTHING : before;
          Held without = here.without(place.send().campaign(), place.send().step());
          List<Reserved> after = new ArrayList<>(without.reserved());
          after.add(place);
          return new Held(here.mine(), List.copyOf(after));
        });
  }

  /// Release what a campaign's step has reserved for one person.
  void release(CustomerId person, String campaign, String step) {
    held.computeIfPresent(person, (_, here) -> here.without(campaign, step).orNone());
  }

  /// Release what a campaign has reserved.
  ///
  /// @param step of this step only; empty: of all
  void release(String campaign, Optional<String> step) {
    for (CustomerId person : held.keySet()) {
      held.computeIfPresent(
          person,
          (_, here) ->
              new Held(
                      here.mine(),
                      here.reserved().stream()
                          .filter(r ->
                              !r.send().campaign().equals(campaign)
                                  || step.filter(s -> !s.equals(r.send().step())).isPresent())
                          .toList())
                  .orNone());
    }
  }
}
