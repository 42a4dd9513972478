package org.marquetry.data.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Counts what came of pictures, for a checkpoint and a result. For one thread.
final class Tally {
  private static final int REASONS = 5;

  private int done;
  private int kept;
  private int refused;
  private int unknown;
  private final List<String> first = new ArrayList<>();

  static Tally of(byte[] checkpoint) {
    Tally tally = new Tally();
    String[] lines = new String(checkpoint, StandardCharsets.UTF_8).split("\n", -1);
    tally.done = Integer.parseInt(lines[0]);
    tally.kept = Integer.parseInt(lines[1]);
    tally.refused = Integer.parseInt(lines[2]);
    tally.unknown = Integer.parseInt(lines[3]);
    tally.first.addAll(List.of(lines).subList(4, lines.length - 1));
    return tally;
  }

  byte[] checkpoint() {
    StringBuilder text = new StringBuilder();
    text.append(done).append('\n').append(kept).append('\n').append(refused).append('\n');
    text.append(unknown).append('\n');
    first.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  int done() {
    return done;
  }

  void kept() {
    done++;
    kept++;
  }

  /// No product has this name.
  void unknown(String name) {
    done++;
    unknown++;
    say(name + ": ?");
  }

  void refused(String name, Exception why) {
    done++;
    refused++;
    say(
        name
            + ": "
            + (why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage()));
  }

  private void say(String line) {
    if (first.size() < REASONS) {
      String plain = line.replaceAll("\\p{Cntrl}", " ");
      first.add(plain.substring(0, Math.min(160, plain.length())));
    }
  }

  Map<String, String> result() {
    return Map.of(
        "kept", Integer.toString(kept),
        "refused", Integer.toString(refused),
        "unknown", Integer.toString(unknown),
        "first", String.join("\n", first));
  }
}
