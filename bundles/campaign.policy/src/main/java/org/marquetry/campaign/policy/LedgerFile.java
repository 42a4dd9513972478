package org.marquetry.campaign.policy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.policy.LedgerState.Standing;

/// A state as bytes: equal states give equal bytes.
final class LedgerFile {
  private static final Comparator<Standing> ORDER =
      Comparator.comparing(Standing::state).thenComparing(Standing::code);

  private LedgerFile() {}

  static void write(LedgerState state, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(state.people.size());
    for (Map.Entry<String, Known> person : new TreeMap<>(state.people).entrySet()) {
      out.writeUTF(person.getKey());
      write(person.getValue(), out);
    }
    out.writeInt(state.tallies.size());
    for (Map.Entry<String, Map<Standing, Integer>> tally :
        new TreeMap<>(state.tallies).entrySet()) {
      out.writeUTF(tally.getKey());
      write(tally.getValue(), out);
    }
    out.writeInt(state.batches.size());
    for (Map.Entry<String, Instant> batch : new TreeMap<>(state.batches).entrySet()) {
      out.writeUTF(batch.getKey());
      write(batch.getValue(), out);
    }
    out.flush();
  }

  private static void write(Known known, DataOutputStream out) throws IOException {
    out.writeByte(known.words().size());
    for (Map.Entry<String, Word> word : new TreeMap<>(known.words()).entrySet()) {
      out.writeUTF(word.getKey());
      out.writeUTF(word.getValue().said());
      write(word.getValue().at(), out);
    }
    out.writeInt(known.sends().size());
    for (Send send : known.sends()) {
      out.writeUTF(send.campaign());
      out.writeUTF(send.step());
      out.writeInt(send.attempt());
      out.writeUTF(send.channel());
      out.writeUTF(send.purpose());
      write(send.at(), out);
      out.writeUTF(send.state().name());
      out.writeUTF(send.code());
    }
  }

  private static void write(Map<Standing, Integer> tally, DataOutputStream out) throws IOException {
    out.writeInt(tally.size());
    for (Standing standing : tally.keySet().stream().sorted(ORDER).toList()) {
      out.writeUTF(standing.state().name());
      out.writeUTF(standing.code());
      out.writeInt(tally.getOrDefault(standing, 0));
    }
  }

  private static void write(Instant at, DataOutputStream out) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  static LedgerState read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    LedgerState state = new LedgerState();
    for (int n = in.readInt(); n > 0; n--) {
      state.people.put(in.readUTF(), known(in));
    }
    for (int n = in.readInt(); n > 0; n--) {
      state.tallies.put(in.readUTF(), tally(in));
    }
    for (int n = in.readInt(); n > 0; n--) {
      state.batches.put(in.readUTF(), instant(in));
    }
    return state;
  }

  private static Known known(DataInputStream in) throws IOException {
    Map<String, Word> words = new HashMap<>();
    for (int n = in.readUnsignedByte(); n > 0; n--) {
      words.put(in.readUTF().intern(), new Word(in.readUTF().intern(), instant(in)));
    }
    int sends = in.readInt();
    List<Send> all = new ArrayList<>(sends);
    for (int n = 0; n < sends; n++) {
      all.add(
          new Send(
              in.readUTF().intern(),
              in.readUTF().intern(),
              in.readInt(),
              in.readUTF().intern(),
              in.readUTF().intern(),
              instant(in),
              State.valueOf(in.readUTF()),
              in.readUTF().intern()));
    }
    return new Known(Map.copyOf(words), List.copyOf(all));
  }

  private static Map<Standing, Integer> tally(DataInputStream in) throws IOException {
    Map<Standing, Integer> tally = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      tally.put(new Standing(State.valueOf(in.readUTF()), in.readUTF()), in.readInt());
    }
    return Map.copyOf(tally);
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
