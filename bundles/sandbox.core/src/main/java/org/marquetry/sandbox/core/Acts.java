package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// What the suite does to the customers, as the journal has it. It is read, not listened to: what
/// was acknowledged before a moment is seen at that moment.
final class Acts {
  private static final int PAGE = 5_000;
  private static final Set<String> TYPES =
      Set.of(EventTypes.SENT, EventTypes.EXPOSED, EventTypes.PRODUCT_CHANGED);

  private final Journal journal;
  private final long[] next;
  private final List<Event> waiting = new ArrayList<>();

  Acts(Journal journal, List<Long> from) {
    this.journal = journal;
    next = from.stream().mapToLong(Long::longValue).toArray();
  }

  /// Take what was received before a moment, each partition's in its order.
  List<Event> before(Instant moment) {
    List<Long> ends = journal.ends();
    for (int p = 0; p < next.length; p++) {
      while (next[p] < ends.get(p)) {
        List<JournalEntry> page = journal.replay(p, next[p], PAGE);
        if (page.isEmpty()) {
          break;
        }
        page.stream().flatMap(e -> e.event().stream()).filter(Acts::isAct).forEach(waiting::add);
        next[p] = page.getLast().offset() + 1;
      }
    }
    List<Event> taken = waiting.stream().filter(e -> e.receivedAt().isBefore(moment)).toList();
    waiting.removeAll(taken);
    return taken;
  }

  /// The world's own events are no acts upon it.
  private static boolean isAct(Event event) {
    return TYPES.contains(event.type()) && !event.id().startsWith(Voice.OWN);
  }
}
