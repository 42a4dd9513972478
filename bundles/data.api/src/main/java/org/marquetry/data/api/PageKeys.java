package org.marquetry.data.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The keys that the page script sends with. A key stands readable in the shop's pages, so it is no
/// secret: all that it opens is the door for page events, for pages of the origins in its list.
@ProviderType
@Requires("data.read")
public interface PageKeys {
  /// All keys, also removed ones, by label.
  List<PageKey> keys();

  /// Make a key. Its history is in the audit as `pageKey/ID`.
  ///
  /// @param label 1 to 100 characters
  /// @param origins 1 to 20, each like `https://www.example.com`
  /// @param countsOrders whether an order that a page tells of counts as an order (type `ordered`).
  ///   Anybody can make a page say so: leave it off where the shop's own orders come from
  ///   elsewhere, then a page's order is kept as `checkedOut`
  /// @throws IllegalArgumentException naming what is wrong; nothing is stored
  @Requires("data.configure")
  PageKey make(String label, Set<String> origins, boolean countsOrders);

  /// Change a key that counts.
  ///
  /// @throws IllegalArgumentException as [#make], or if there is no such key
  @Requires("data.configure")
  PageKey change(String id, String label, Set<String> origins, boolean countsOrders);

  /// Remove a key: what is sent with it is refused from now on.
  ///
  /// @throws IllegalArgumentException if there is no such key
  @Requires("data.configure")
  void remove(String id);

  /// Let a removed key count again.
  ///
  /// @throws IllegalArgumentException if no key of this id was removed
  @Requires("data.configure")
  PageKey restore(String id);

  /// What the shop puts into its pages, as HTML.
  ///
  /// @param address where browsers reach the suite, for example `https://suite.example.com`
  /// @throws IllegalArgumentException if there is no such key, or the address is none
  String snippet(String id, String address);

  /// How much of what the pages sent came from programs, by day of the shop; days without a page
  /// event are left out.
  List<WebDay> days(LocalDate from, LocalDate to);

  /// @param id the key itself, such as `pk_...`
  /// @param removedAt empty while it counts
  record PageKey(
      String id,
      String label,
      Set<String> origins,
      boolean countsOrders,
      Instant madeAt,
      Optional<Instant> removedAt) {
    public PageKey {
      origins = Collections.unmodifiableSet(new TreeSet<>(origins));
    }
  }

  /// Page events of a day.
  ///
  /// @param events all of them
  /// @param bots those whose bot probability is at least 0.5
  /// @param expectedBots sum of the bot probabilities
  record WebDay(LocalDate day, long events, long bots, double expectedBots) {}
}
