package org.marquetry.insight.api;

import java.time.Instant;
import java.util.List;
import org.marquetry.insight.spi.AgendaItem;

/// What the page Today tells below the figures, for one user.
///
/// @param waits what somebody should do, the most money first, then the oldest
/// @param wrong what does not work, newest first
/// @param done what the suite did by itself since [#since], newest first
/// @param ideas worth trying when nothing waits, the best first
/// @param since begin of the last working day before today, in the shop's zone
/// @param later how many items the user put off
/// @param silent names of the sources that could not tell
public record Agenda(
    List<AgendaItem> waits,
    List<AgendaItem> wrong,
    List<AgendaItem> done,
    List<AgendaItem> ideas,
    Instant since,
    int later,
    List<String> silent) {
  public Agenda {
    waits = List.copyOf(waits);
    wrong = List.copyOf(wrong);
    done = List.copyOf(done);
    ideas = List.copyOf(ideas);
    silent = List.copyOf(silent);
  }
}
