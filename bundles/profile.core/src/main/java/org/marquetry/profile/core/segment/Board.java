package org.marquetry.profile.core.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.core.live.Account;
import org.marquetry.profile.core.live.Lines;
import org.marquetry.profile.core.live.LiveState;
import org.marquetry.profile.core.live.Totals;
import org.marquetry.profile.core.value.PurchaseHistory;
import org.marquetry.shop.api.EventProperties;

/// The customers of one partition in columns, each at a number from 0. Readers see whole
/// publications only: they read under a lock that the thread that publishes takes to write.
final class Board {
  private static final int MOST_ABOUT = 32;

  final Map<String, TextColumn> texts = new LinkedHashMap<>();
  int size;
  String[] ids = new String[0];
  int[] orders = new int[0];
  int[] purchaseDays = new int[0];
  int[] firstDay = new int[0];
  int[] lastDay = new int[0];
  int[] birthYear = new int[0];
  long[] net = new long[0];
  long[] first = new long[0];
  long[] last = new long[0];
  long[] active = new long[0];
  byte[] reach = new byte[0];
  long[][] acts = new long[0][];
  final List<String> products;
  final List<String> types;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final KeptScans kept = new KeptScans();
  private final Map<Object, boolean[]> about =
      new LinkedHashMap<>(16, 0.75f, true); // guarded by itself
  private final Object layout = new Object();
  private volatile Deeds deeds = Deeds.none();
  private @Nullable LiveState state;
  private @Nullable Basis basis;
  private long version;
  private long generation;

  private @Nullable Morning morning;

  Board() {
    this(new ArrayList<>(), new ArrayList<>());
    morning = new Morning(products, types);
  }

  /// A board of customers as they were, with the numbers of another one.
  ///
  /// @param products of the other board, a list that grows
  /// @param types of the other board, a list that grows
  Board(List<String> products, List<String> types) {
    this.products = products;
    this.types = types;
    LiveTraits.TEXTS.keySet().forEach(id -> texts.put(id, new TextColumn()));
  }

  /// Look at the board while nobody changes it.
  <T> T read(Function<Board, T> look) {
    lock.readLock().lock();
    try {
      return look.apply(this);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Take over what changed; everything when the state or the basis is another one.
  void update(LiveState now, Basis wanted) {
    lock.writeLock().lock();
    try {
      Basis before = basis;
      boolean anew = state != now || before == null || !before.agrees(wanted);
      if (anew) {
        clear();
      }
      state = now;
      basis = wanted;
      products.addAll(now.productNames(products.size()));
      types.addAll(now.typeNames(types.size()));
      begin(now, wanted, anew);
      version++;
      if (anew) {
        now.accounts().forEach((id, account) -> put(id, account, now, wanted));
        kept.clear(version);
        deeds(); // laid out now, not while somebody types
      } else {
        kept.changed(version, changed(now, wanted), size);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// See whether another day began.
  private void begin(LiveState now, Basis wanted, boolean anew) {
    LocalDate today = wanted.zone().today();
    Morning begun = morning();
    if (anew) {
      long start = wanted.start(today, 0) / 1_000;
      begun.begin(
          today.toEpochDay(),
          now.accounts().values().stream().noneMatch(a -> a.acts().received() >= start));
    } else if (begun.day() != today.toEpochDay()) {
      begun.begin(today.toEpochDay(), true);
    }
  }

  private int[] changed(LiveState now, Basis wanted) {
    List<String> touched =
        now.touched().stream().filter(id -> now.accounts().containsKey(id)).toList();
    int[] changed = new int[touched.size()];
    Morning begun = morning();
    for (int i = 0; i < changed.length; i++) {
      String id = touched.get(i);
      int before = find(id);
      if (before >= 0) {
        begun.changes(this, before);
      }
      Account account = now.accounts().get(id);
      if (account != null) {
        put(id, account, now, wanted);
      }
      changed[i] = find(id);
      if (before < 0) {
        begun.came(changed[i]);
      }
    }
    return changed;
  }

  private void clear() {
    generation++;
    size = 0;
    ordinals.clear();
    products.clear();
    types.clear();
    deeds = Deeds.none();
    deeds.grow(ids.length);
    synchronized (about) {
      about.clear();
    }
  }

  /// Take a customer of another board over, as the customer is there now.
  void copy(Board from, int c) {
    int to = add(from.ids[c]);
    orders[to] = from.orders[c];
    purchaseDays[to] = from.purchaseDays[c];
    firstDay[to] = from.firstDay[c];
    lastDay[to] = from.lastDay[c];
    birthYear[to] = from.birthYear[c];
    net[to] = from.net[c];
    first[to] = from.first[c];
    last[to] = from.last[c];
    active[to] = from.active[c];
    reach[to] = from.reach[c];
    acts[to] = from.acts[c];
    texts.forEach((trait, column) -> column.set(to, from.column(trait).at(c)));
    Deeds theirs = from.deeds;
    deeds.put(to, Arrays.copyOfRange(theirs.lines(c), theirs.from(c), theirs.to(c)));
    kept.changed(++version, new int[] {to}, size);
  }

  private void put(String id, Account account, LiveState now, Basis on) {
    int c = ordinals.computeIfAbsent(id, this::add);
    Totals totals = account.totals();
    orders[c] = totals.orders();
    net[c] =
        totals.orders() == 0 ? Lines.UNKNOWN : totals.money(on.currency()).orElse(Lines.UNKNOWN);
    first[c] = totals.orders() == 0 ? Account.NEVER : totals.first();
    last[c] = totals.orders() == 0 ? Account.NEVER : totals.last();
    active[c] = account.lastActivity();
    acts[c] = account.acts().packed();
    deeds.put(c, totals.orders() == 0 ? new long[0] : Lines.of(account, now, on.currency()));
    days(c, account, on);
    birthYear[c] = year(account.texts().get(EventProperties.BIRTH_YEAR));
    LiveTraits.TEXTS.forEach((trait, text) -> column(trait).set(c, account.texts().get(text)));
    reach[c] = reach(account.texts());
  }

  private void days(int c, Account account, Basis on) {
    PurchaseHistory history = new PurchaseHistory();
    if (orders[c] > 0) {
      Totals.orders(account.trades()).forEach(order -> history.add(on.day(order.at()), 0));
      firstDay[c] = (int) history.first();
      lastDay[c] = (int) history.last();
    }
    purchaseDays[c] = history.purchases();
  }

  private static int year(@Nullable String text) {
    return text != null && text.matches("[0-9]{4}") ? Integer.parseInt(text) : 0;
  }

  private static byte reach(Map<String, String> texts) {
    int reach = 0;
    for (int i = 0; i < LiveTraits.CHANNELS.size(); i++) {
      LiveTraits.Channel channel = LiveTraits.CHANNELS.get(i);
      boolean known = !texts.getOrDefault(channel.address(), "").isEmpty();
      if (known && "granted".equals(texts.get(channel.consent()))) {
        reach |= 1 << i;
      }
    }
    return (byte) reach;
  }

  private int add(String id) {
    if (size == ids.length) {
      grow(Math.max(64, size + (size >> 1)));
    }
    ids[size] = id;
    return size++;
  }

  private void grow(int capacity) {
    ids = Arrays.copyOf(ids, capacity);
    orders = Arrays.copyOf(orders, capacity);
    purchaseDays = Arrays.copyOf(purchaseDays, capacity);
    firstDay = Arrays.copyOf(firstDay, capacity);
    lastDay = Arrays.copyOf(lastDay, capacity);
    birthYear = Arrays.copyOf(birthYear, capacity);
    net = Arrays.copyOf(net, capacity);
    first = Arrays.copyOf(first, capacity);
    last = Arrays.copyOf(last, capacity);
    active = Arrays.copyOf(active, capacity);
    reach = Arrays.copyOf(reach, capacity);
    acts = Arrays.copyOf(acts, capacity);
    deeds.grow(capacity);
    texts.values().forEach(column -> column.grow(capacity));
  }

  TextColumn column(String trait) {
    TextColumn column = texts.get(trait);
    if (column == null) {
      throw new IllegalArgumentException("there is no text " + trait);
    }
    return column;
  }

  /// The number of a customer; -1 when there is none here.
  int find(String id) {
    return ordinals.getOrDefault(id, -1);
  }

  /// Changes when customers get other numbers.
  long generation() {
    return generation;
  }

  /// Changes with every update.
  long version() {
    return version;
  }

  /// Who meets a row, 64 customers in each long; from memory as far as nothing changed since. The
  /// answer is not to be changed.
  long[] met(Scan scan) {
    return kept.met(scan, this);
  }

  /// What the customers bought and did; laid out anew when many changed.
  Deeds deeds() {
    Deeds now = deeds;
    if (!now.isOld(size)) {
      return now;
    }
    synchronized (layout) { // readers, who do not change what is told
      if (deeds.isOld(size)) {
        deeds = deeds.anew(size, products.size(), acts);
      }
      return deeds;
    }
  }

  /// Which product numbers something is about; number 0, no product, never.
  ///
  /// @param key equal for the same answer
  boolean[] about(Object key, Predicate<String> isAbout) {
    synchronized (about) {
      boolean[] known = about.getOrDefault(key, new boolean[0]);
      if (known.length < products.size()) {
        boolean[] all = Arrays.copyOf(known, products.size());
        for (int p = Math.max(1, known.length); p < all.length; p++) {
          all[p] = isAbout.test(products.get(p));
        }
        known = all;
        about.put(key, known);
        if (about.size() > MOST_ABOUT) {
          about.remove(about.keySet().iterator().next());
        }
      }
      return known;
    }
  }

  /// How the shop's day began.
  Morning morning() {
    return Objects.requireNonNull(morning, "a board of former customers has no morning");
  }

  /// Set the bit of every customer.
  void everybody(long[] bits) {
    Arrays.fill(bits, -1L);
    if ((size & 63) != 0) {
      bits[bits.length - 1] = (1L << size) - 1;
    }
  }

  /// Longs that hold a bit for each customer.
  int words() {
    return (size + 63) >> 6;
  }
}
