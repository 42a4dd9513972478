package org.marquetry.platform.projection;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.projection.Projection;

/// What each customer spent, and how many entries there were.
final class Spending implements Projection<Spending.State> {
  private final int format;
  private final Map<Integer, State> published = new ConcurrentHashMap<>();
  final AtomicInteger folded = new AtomicInteger();
  volatile String failure = "";
  volatile Runnable atPublish = () -> {};

  Spending(int format) {
    this.format = format;
  }

  record State(long entries, Map<String, Long> spent) {}

  long entries() {
    return published.values().stream().mapToLong(State::entries).sum();
  }

  Set<String> customers() {
    Set<String> all = new TreeSet<>();
    published.values().forEach(s -> all.addAll(s.spent().keySet()));
    return all;
  }

  List<byte[]> bytes() {
    List<byte[]> all = new ArrayList<>();
    for (int p = 0; p < published.size(); p++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        write(published.getOrDefault(p, empty(p)), out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.add(out.toByteArray());
    }
    return all;
  }

  @Override
  public String name() {
    return "spending";
  }

  @Override
  public int formatVersion() {
    return format;
  }

  @Override
  public State empty(int partition) {
    return new State(0, Map.of());
  }

  @Override
  public State fold(State state, List<JournalEntry> entries) {
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
    Map<String, Long> spent = new TreeMap<>(state.spent());
    for (JournalEntry entry : entries) {
      entry
          .event()
          .ifPresent(e ->
              spent.merge(
                  e.customer().orElseThrow().value(), e.money().orElseThrow().minor(), Long::sum));
    }
    folded.addAndGet(entries.size());
    return new State(state.entries() + entries.size(), spent);
  }

  @Override
  public void write(State state, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeLong(state.entries());
    out.writeInt(state.spent().size());
    for (Map.Entry<String, Long> e : state.spent().entrySet()) {
      out.writeUTF(e.getKey() + "|");
      out.writeLong(e.getValue());
    }
    out.flush();
  }

  @Override
  public State read(int partition, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    long entries = in.readLong();
    Map<String, Long> spent = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = in.readUTF();
      spent.put(key.substring(0, key.length() - 1), in.readLong());
    }
    return new State(entries, spent);
  }

  @Override
  public void publish(int partition, State state, long next) {
    published.put(partition, state);
    atPublish.run();
  }
}
