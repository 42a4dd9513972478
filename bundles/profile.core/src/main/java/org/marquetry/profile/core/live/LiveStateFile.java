package org.marquetry.profile.core.live;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A state as bytes: equal states give equal bytes. Text as in [DataOutputStream#writeUTF]; ""
/// stands for no text.
final class LiveStateFile {
  private LiveStateFile() {}

  static void write(LiveState state, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(state.accounts.size());
    for (Map.Entry<String, Account> e : new TreeMap<>(state.accounts).entrySet()) {
      out.writeUTF(e.getKey());
      write(e.getValue(), out);
    }
    out.writeInt(state.products.size());
    for (Map.Entry<String, LiveState.Listed> e : new TreeMap<>(state.products).entrySet()) {
      out.writeUTF(e.getKey());
      out.writeLong(e.getValue().at());
      out.writeUTF(e.getValue().title().orElse(""));
      out.writeUTF(e.getValue().category().orElse(""));
      out.writeUTF(e.getValue().brand().orElse(""));
    }
    write(state.productNames.own(), out);
    write(state.typeNames.own(), out);
    write(List.copyOf(state.batches), out);
    out.writeLong(state.oldestRead);
    out.writeBoolean(state.stale);
    out.flush();
  }

  private static void write(List<String> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static void write(Account account, DataOutputStream out) throws IOException {
    out.writeLong(account.lastActivity());
    out.writeInt(account.texts().size());
    for (Map.Entry<String, String> text : new TreeMap<>(account.texts()).entrySet()) {
      out.writeUTF(text.getKey());
      out.writeUTF(text.getValue());
    }
    out.writeInt(account.trades().size());
    for (Trade trade : account.trades()) {
      out.writeUTF(trade.kind().name());
      out.writeUTF(trade.order());
      out.writeInt(trade.line());
      out.writeUTF(orNone(trade.product()));
      out.writeLong(trade.at());
      out.writeDouble(trade.quantity());
      out.writeLong(trade.minor());
      out.writeUTF(orNone(trade.currency()));
    }
    out.writeLong(account.acts().received());
    out.writeInt(account.acts().packed().length);
    for (long act : account.acts().packed()) {
      out.writeLong(act);
    }
  }

  static LiveState read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    LiveState state = new LiveState();
    for (int left = in.readInt(); left > 0; left--) {
      state.accounts.put(in.readUTF(), account(in, state));
    }
    for (int left = in.readInt(); left > 0; left--) {
      String product = in.readUTF();
      state.products.put(
          product,
          new LiveState.Listed(
              in.readLong(), text(in), text(in).map(state::shared), text(in).map(state::shared)));
    }
    for (int left = in.readInt(); left > 0; left--) {
      state.productNames.number(in.readUTF());
    }
    for (int left = in.readInt(); left > 0; left--) {
      state.typeNames.number(in.readUTF());
    }
    for (int left = in.readInt(); left > 0; left--) {
      state.batches.add(in.readUTF());
    }
    state.oldestRead = in.readLong();
    state.stale = in.readBoolean();
    return state;
  }

  private static Account account(DataInputStream in, LiveState state) throws IOException {
    long lastActivity = in.readLong();
    Map<String, String> texts = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.put(in.readUTF(), in.readUTF());
    }
    List<Trade> trades = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      trades.add(
          new Trade(
              Trade.Kind.valueOf(in.readUTF()),
              in.readUTF(),
              in.readInt(),
              state.shared(text(in).orElse(null)),
              in.readLong(),
              in.readDouble(),
              in.readLong(),
              state.shared(text(in).orElse(null))));
    }
    return Account.of(trades, lastActivity, texts, acts(in));
  }

  private static Acts acts(DataInputStream in) throws IOException {
    long received = in.readLong();
    long[] acts = new long[in.readInt()];
    for (int i = 0; i < acts.length; i++) {
      acts[i] = in.readLong();
    }
    return Acts.of(acts, received);
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Optional<String> text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
