package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
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
  private static final int KEPT_SCANS = 64;

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
  long[][] lines = new long[0][];
  final List<String> products = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true); // guarded by itself
  private @Nullable LiveState state;
  private @Nullable Basis basis;
  private long version;
  private long generation;

  /// Who met a row, when the board had a version.
  private static final class Kept {
    private final long version;
    private final long[] met;

    Kept(long version, long[] met) {
      this.version = version;
      this.met = met;
    }
  }

  Board() {
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
      if (anew) {
        now.accounts().forEach((id, account) -> put(id, account, now, wanted));
      } else {
        for (String id : now.touched()) {
          Account account = now.accounts().get(id);
          if (account != null) {
            put(id, account, now, wanted);
          }
        }
      }
      version++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void clear() {
    generation++;
    size = 0;
    ordinals.clear();
    products.clear();
    types.clear();
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
    lines[c] = totals.orders() == 0 ? new long[0] : Lines.of(account, now, on.currency());
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
    lines = Arrays.copyOf(lines, capacity);
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

  /// Who meets a row, 64 customers in each long; from memory when nothing changed since. The answer
  /// is not to be changed.
  long[] met(Scan scan) {
    synchronized (kept) {
      Kept found = kept.get(scan.key());
      if (found != null && found.version == version) {
        return found.met;
      }
    }
    long[] met = new long[words()];
    scan.run(this, 0, size, met);
    if (!scan.isKept()) {
      return met;
    }
    synchronized (kept) {
      kept.put(scan.key(), new Kept(version, met));
      if (kept.size() > KEPT_SCANS) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return met;
  }

  /// Longs that hold a bit for each customer.
  int words() {
    return (size + 63) >> 6;
  }
}
