package org.marquetry.bench.mail;

import java.time.Instant;
import java.util.List;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.copy.mail.BlockLetters;

/// Letters as a campaign writes them, of blocks, each to another person.
final class Letters {
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  static final int BATCH = 500;
  private static final BlockLetters BLOCKS = new BlockLetters();
  private static final List<Message> WRITTEN = batch(0);

  private Letters() {}

  static Permit permit(String round, long n) {
    return Permits.of("bench-" + round, "first", "customer-" + n, AT, false);
  }

  /// Write letters to the next [#BATCH] people.
  static List<Message> batch(long from) {
    return BLOCKS.letters(from, BATCH);
  }

  /// A letter that was written before.
  static Message message(long n) {
    return WRITTEN.get((int) (n % BATCH));
  }
}
