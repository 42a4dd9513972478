package org.marquetry.profile.core.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.projection.Projection;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.live.Trade.Kind;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// Folds the journal into accounts, and answers from what was published.
///
/// A cancellation or return that names no customer lies in another partition than the order and
/// counts in the warehouse alone.
public final class LiveFold implements Projection<LiveState> {
  /// Properties of `customerChanged` that are kept.
  static final Set<String> TEXTS =
      Set.of(
          EventProperties.NAME,
          EventProperties.EMAIL,
          EventProperties.BIRTH_YEAR,
          EventProperties.LANGUAGE,
          EventProperties.CITY,
          EventProperties.COUNTRY,
          EventProperties.GENDER);

  /// Before the name of a channel: what the customer said about it, `granted` or `refused`.
  public static final String CONSENT = "consent:";

  /// Under this name stands `known` when the shop has a number to call.
  public static final String REACHED_BY_PHONE = "phone";

  private static final String KNOWN = "known";

  /// Gets to know what was published; called by the thread that folds the partition.
  public interface Follower {
    /// @param state of the partition: another one than before when it was made anew
    void published(int partition, LiveState state);
  }

  private final AtomicReferenceArray<LiveState> published;
  private final @Nullable BatchRows batches;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final AtomicLong version = new AtomicLong();

  /// A fold of what the journal alone holds.
  LiveFold(int partitions) {
    this(partitions, null);
  }

  /// @param batches what imports brought; null: nothing
  LiveFold(int partitions, @Nullable BatchRows batches) {
    this.batches = batches;
    published = new AtomicReferenceArray<>(partitions);
  }

  /// Tell from now on what is published.
  public void follow(Follower follower) {
    followers.add(follower);
  }

  /// Tell no more.
  public void unfollow(Follower follower) {
    followers.remove(follower);
  }

  public int partitions() {
    return published.length();
  }

  /// The published state of a partition.
  public Optional<LiveState> state(int partition) {
    return Optional.ofNullable(published.get(partition));
  }

  /// Changes with every publication.
  public long version() {
    return version.get();
  }

  /// The published states.
  public Stream<LiveState> states() {
    return IntStream.range(0, published.length())
        .mapToObj(published::get)
        .filter(state -> state != null);
  }

  public Optional<Account> account(String customer) {
    return states().map(state -> state.accounts.get(customer)).filter(a -> a != null).findFirst();
  }

  /// How many customers some event named.
  public int customers() {
    return states().mapToInt(state -> state.accounts.size()).sum();
  }

  /// The currency of some order.
  public Optional<String> anyCurrency() {
    return states()
        .flatMap(state -> state.accounts.values().stream())
        .flatMap(account -> account.totals().sums().keySet().stream())
        .filter(currency -> !currency.isEmpty())
        .findFirst();
  }

  /// What the catalogue says about a product, the newest words of all partitions.
  public Optional<LiveState.Listed> product(String product) {
    return states()
        .map(state -> state.products.get(product))
        .filter(listed -> listed != null)
        .reduce(LiveState.Listed::then);
  }

  @Override
  public String name() {
    return "profile.live";
  }

  @Override
  public int formatVersion() {
    return 3;
  }

  @Override
  public LiveState empty(int partition) {
    return new LiveState();
  }

  @Override
  public LiveState fold(LiveState state, List<JournalEntry> entries) {
    Map<String, Account.Edit> edits = new HashMap<>();
    for (JournalEntry entry : entries) {
      entry.event().ifPresent(event -> fold(state, edits, entry.partition(), event));
    }
    edits.forEach((customer, edit) -> state.accounts.put(customer, edit.done()));
    state.touched().addAll(edits.keySet());
    return state;
  }

  private void fold(LiveState state, Map<String, Account.Edit> edits, int partition, Event event) {
    String batch = event.properties().getOrDefault(EventProperties.BATCH, "");
    switch (event.type()) {
      case EventTypes.BATCH_LOADED -> loaded(state, edits, partition, batch, event);
      case EventTypes.BATCH_UNDONE -> state.stale |= state.batches.contains(batch);
      default -> fold(state, edits, event);
    }
  }

  /// An import: its rows are read as the warehouse has them now. One that was taken back since has
  /// none. One that changed rows of an earlier one, read before it came, spoils the state.
  private void loaded(
      LiveState state, Map<String, Account.Edit> edits, int partition, String batch, Event marker) {
    if (batches == null) {
      return;
    }
    Optional<Long> number = Actor.SYSTEM.call(() -> batches.number(batch));
    if (number.isEmpty() || !state.batches.add(batch)) {
      return;
    }
    boolean changed = !marker.properties().getOrDefault("changed", "0").equals("0");
    state.stale |= changed && state.oldestRead < number.get();
    Actor.SYSTEM.run(() -> {
      state.oldestRead = Math.min(state.oldestRead, batches.newest());
      batches.read(batch, partition, marker.occurredAt(), event -> fold(state, edits, event));
      batches.consents(
          batch,
          partition,
          (customer, said) -> edit(state, edits, customer).text(Traits.CONSENT_EMAIL.id(), said));
    });
  }

  private static Account.Edit edit(
      LiveState state, Map<String, Account.Edit> edits, String customer) {
    return edits.computeIfAbsent(
        customer, id -> new Account.Edit(state.accounts.getOrDefault(id, Account.NEW)));
  }

  private static void fold(LiveState state, Map<String, Account.Edit> edits, Event event) {
    if (event.type().equals(EventTypes.PRODUCT_CHANGED)) {
      event.product().ifPresent(product -> list(state, product, event));
    }
    event
        .customer()
        .ifPresent(customer -> fold(state, edit(state, edits, customer.value()), event));
  }

  private static void list(LiveState state, ProductId product, Event event) {
    LiveState.Listed listed =
        new LiveState.Listed(
            event.occurredAt().toEpochMilli(),
            Optional.ofNullable(event.properties().get(EventProperties.TITLE)),
            Optional.ofNullable(state.shared(event.properties().get(EventProperties.CATEGORY))),
            Optional.ofNullable(state.shared(event.properties().get(EventProperties.BRAND))));
    state.listed().add(product.value());
    state.products.merge(product.value(), listed, LiveState.Listed::then);
  }

  private static void fold(LiveState state, Account.Edit edit, Event event) {
    if (EventTypes.isByCustomer(event.type())) {
      edit.active(event.occurredAt().toEpochMilli());
    }
    edit.received(event.receivedAt().getEpochSecond());
    switch (event.type()) {
      case EventTypes.ORDERED -> edit.trade(trade(state, Kind.ORDERED, event));
      case EventTypes.CANCELLED -> edit.trade(trade(state, Kind.CANCELLED, event));
      case EventTypes.RETURNED -> edit.trade(trade(state, Kind.RETURNED, event));
      case EventTypes.CUSTOMER_CHANGED -> told(edit, event);
      case EventTypes.SENDING, EventTypes.UNSENT -> {} // nothing reached the customer
      default -> {
        edit.act(act(state, event));
        EventProperties.emailConsent(event)
            .ifPresent(consent -> edit.text(Traits.CONSENT_EMAIL.id(), consent));
        consent(edit, event);
      }
    }
  }

  private static void told(Account.Edit edit, Event event) {
    TEXTS.forEach(text -> {
      String value = event.properties().get(text);
      if (value != null) {
        edit.text(text, value);
      }
    });
    String phone = event.properties().get(EventProperties.PHONE);
    if (phone != null) {
      edit.text(REACHED_BY_PHONE, phone.isBlank() ? "" : KNOWN);
    }
  }

  /// What was said about another channel than e-mail.
  private static void consent(Account.Edit edit, Event event) {
    String channel = event.properties().get(EventProperties.CHANNEL);
    if (channel == null
        || channel.equals(EventProperties.EMAIL)
        || !EventProperties.isOfMarketing(event)) {
      return;
    }
    switch (event.type()) {
      case EventTypes.CONSENTED -> edit.text(CONSENT + channel, "granted");
      case EventTypes.UNSUBSCRIBED -> edit.text(CONSENT + channel, "refused");
      default -> {}
    }
  }

  private static long act(LiveState state, Event event) {
    return Acts.pack(
        event.occurredAt().getEpochSecond(),
        state.typeNames.number(event.type()),
        event.product().map(product -> state.productNames.number(product.value())).orElse(0));
  }

  private static Trade trade(LiveState state, Kind kind, Event event) {
    event.product().ifPresent(product -> state.productNames.number(product.value()));
    return new Trade(
        kind,
        event.order().map(OrderId::value).orElse(event.id()),
        line(event),
        state.shared(event.product().map(ProductId::value).orElse(null)),
        event.occurredAt().toEpochMilli(),
        event.quantity().orElse(Double.NaN),
        event.money().map(Money::minor).orElse(Trade.UNKNOWN),
        state.shared(event.money().map(Money::currency).orElse(null)));
  }

  /// The property `line`; 0 when it is missing or no number.
  private static int line(Event event) {
    @Nullable String line = event.properties().get(EventProperties.LINE);
    try {
      return line == null ? 0 : (int) Double.parseDouble(line);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void write(LiveState state, OutputStream out) throws IOException {
    LiveStateFile.write(state, out);
  }

  @Override
  public LiveState read(int partition, InputStream in) throws IOException {
    return LiveStateFile.read(in);
  }

  @Override
  public void publish(int partition, LiveState state, long next) {
    published.set(partition, state);
    version.incrementAndGet();
    followers.forEach(follower -> follower.published(partition, state));
    state.touched().clear();
    state.listed().clear();
  }
}
